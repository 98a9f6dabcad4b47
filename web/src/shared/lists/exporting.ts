import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { download } from '@/shared/api/download';
import { useProblemText } from '@/shared/ui';
import { exportHref, type Asked } from './data';

export const formats = ['xlsx', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Saves a file with the same records and columns as the list shows. */
export function useExport(list: string, asked: Asked) {
  const { modal } = App.useApp();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (format: Format) => download(exportHref(list, format, asked), `${list}.${format}`),
    onError: error => void modal.error({ title: problemText(error) }),
  });
}
