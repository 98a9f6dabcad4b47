import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '@/shared/ui';
import { filesKey, sendFile, type OfRecord } from './data';

/** Sends files to what was just saved. That stays saved: what is not taken is told, not thrown. */
export function useFilesAfter() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const text = useProblemText();
  return async (of: OfRecord, files: File[]) => {
    const failed: string[] = [];
    for (const file of files) {
      try {
        await sendFile(of, file);
      } catch (error) {
        failed.push(t('files.failed', { name: file.name, why: text(error) }));
      }
    }
    if (files.length > 0) await client.invalidateQueries({ queryKey: filesKey(of.list) });
    if (failed.length > 0) void message.error(t('files.savedWithout', { list: failed.join('；') }), 10);
  };
}
