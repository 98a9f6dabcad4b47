import { useMutation, useQueryClient } from '@tanstack/react-query';
import { switchTheme, type Theme } from '@/shared/theme/choice';
import { http } from './client';
import type { Document } from './documents';
import { sessionKey } from './queries';
import type { Session } from './types';

/** Changes light and dark, and keeps it as the person's setting on every device. */
export function useChangeTheme() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (theme: Theme) => {
      await http.put('/api/me/theme', { theme } satisfies Document<'SetTheme'>);
      switchTheme(theme);
      client.setQueryData<Session>(
        sessionKey,
        session => session && { ...session, me: session.me && { ...session.me, theme } },
      );
    },
  });
}
