import { useMutation, useQueryClient } from '@tanstack/react-query';
import { currentLanguage, switchLanguage } from '@/shared/i18n';
import { http } from './client';
import type { Document } from './documents';
import { sessionKey } from './queries';
import type { Language, Session } from './types';

/** Switches to the other language, or to the one given, and keeps it as the person's setting. */
export function useChangeLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (wanted?: Language | void) => {
      const language: Language = wanted ?? (currentLanguage() === 'en' ? 'zh-CN' : 'en');
      const session = client.getQueryData<Session>(sessionKey);
      // The server answers in the stored language, so it must know before anything is asked again.
      if (session?.me) {
        await http.put('/api/me/language', { language } satisfies Document<'SetLanguage'>);
        client.setQueryData<Session>(sessionKey, { ...session, me: { ...session.me, language } });
      }
      await switchLanguage(language);
      await client.invalidateQueries({ queryKey: sessionKey });
    },
  });
}
