import { App, Button, Progress } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert, usePhone, useProblemText } from '@/shared/ui';
import { CloseOutlined } from '@/shared/ui/icons';
import { ChooseFiles } from './ChooseFiles';
import { FileItems } from './FileItems';
import {
  filesIn,
  filesKey,
  pastedFiles,
  removeFile,
  useFiles,
  type AttachedFile,
  type OfRecord,
} from './data';
import { useUploads, type Upload } from './useUploads';
import styles from './files.module.css';

const typed = 'input, textarea, [contenteditable="true"], [role="dialog"]';

/** What is pasted while nobody is typing is meant for the record. */
function usePasted(wanted: boolean, onFiles: (files: File[]) => void) {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    if (!wanted) return;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest(typed)) return;
      if (document.querySelector('.ant-drawer-open, .ant-modal-wrap:not([style*="none"])')) return;
      const files = pastedFiles(event.clipboardData);
      if (files.length > 0) latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [wanted]);
}

/** The files of a record: dragged here, pasted, chosen or photographed by those who may change it. */
export default function FilesPanel({ list, id, level = 2 }: OfRecord & { level?: 2 | 3 }) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const client = useQueryClient();
  const heading = useId();
  const { modal, message } = App.useApp();
  const problemText = useProblemText();
  const { data, error, refetch } = useFiles({ list, id });
  const mayChange = data?.mayChange ?? false;
  const { uploads, add, stop } = useUploads({ list, id }, data?.largest);
  const [over, setOver] = useState(false);
  usePasted(mayChange, add);

  const remove = (file: AttachedFile) =>
    void modal.confirm({
      title: t('files.removeTitle', { name: file.name }),
      content: t('files.removeText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await removeFile({ list, id }, file.id);
          void message.success(t('files.removed', { name: file.name }));
        } catch (failure) {
          void message.error(problemText(failure));
        }
        await client.invalidateQueries({ queryKey: filesKey(list) });
        await client.invalidateQueries({ queryKey: ['history', list, id] });
      },
    });
  const dragged = (event: DragEvent) => {
    if (!mayChange || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type !== 'dragleave' && event.type !== 'drop');
    if (event.type === 'drop') add(filesIn(event.dataTransfer));
  };
  if (data && !mayChange && data.files.length === 0) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      className={styles.panel}
      data-over={over}
      aria-labelledby={heading}
      onDragEnter={dragged}
      onDragOver={dragged}
      onDragLeave={dragged}
      onDrop={dragged}
    >
      <div className={styles.head}>
        <Heading id={heading}>
          {t('files.title')}{' '}
          {data && data.files.length > 0 && (
            <span className={`${styles.count} numbers`}>{format.exactNumber(data.files.length)}</span>
          )}
        </Heading>
        {mayChange && <ChooseFiles label={t('files.add')} onFiles={add} />}
      </div>
      {error && !data ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bars rows={2} />
      ) : (
        <FileItems of={{ list, id }} files={data.files} onRemove={mayChange ? remove : null} />
      )}
      {data && mayChange && !phone && (
        <p className={styles.hint}>
          {over
            ? t('files.drop')
            : t(data.files.length > 0 ? 'files.hint' : 'files.noneYet', { size: format.size(data.largest) })}
        </p>
      )}
      {data && mayChange && phone && data.files.length === 0 && (
        <p className={styles.hint}>{t('files.none')}</p>
      )}
      {uploads.length > 0 && <Uploads uploads={uploads} onStop={stop} />}
    </section>
  );
}

function Uploads({ uploads, onStop }: { uploads: Upload[]; onStop: (key: string) => void }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.uploads} aria-live="polite">
      {uploads.map(({ key, name, share, problem }) =>
        problem ? (
          <li key={key} role="alert" data-failed="true">
            <span>{t('files.failed', { name, why: problem })}</span>
            <Button size="small" type="link" onClick={() => onStop(key)}>
              {t('files.dismiss')}
            </Button>
          </li>
        ) : (
          <li key={key}>
            <span>{name}</span>
            <Progress
              percent={Math.round(share * 100)}
              size="small"
              aria-label={t('files.uploading', { name })}
            />
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('files.stop', { name })}
              onClick={() => onStop(key)}
            />
          </li>
        ),
      )}
    </ul>
  );
}
