import './texts';
import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { UploadOutlined } from '@/shared/ui/icons';
import { useUpload } from './data';
import type { Import } from './types';
import styles from './imports.module.css';

const types = ['.csv', '.tsv', '.txt', '.xlsx'];
const largest = 64 * 1024 * 1024;

/** Why a file cannot be taken, known before it is sent. */
export function refusalOf({ name, size }: Pick<File, 'name' | 'size'>) {
  const type = /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';
  if (type === '.xls') return 'imports.upload.oldExcel';
  if (!types.includes(type)) return 'imports.upload.type';
  if (size === 0) return 'imports.upload.empty';
  return size > largest ? 'imports.upload.tooLarge' : null;
}

type Props = { kind: string; onDone: (imported: Import) => void };

/** Takes one file by drop or click, sends it, and says clearly when it cannot be used. */
export function Upload({ kind, onDone }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const aborting = useRef<AbortController | null>(null);
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const [refused, setRefused] = useState<{ name: string; texts: string[] } | null>(null);
  const sending = useUpload();
  useEffect(() => () => aborting.current?.abort(), []);

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file || sending.isPending) return;
    const refusal = files.length > 1 ? 'imports.upload.one' : refusalOf(file);
    setRefused(refusal ? { name: file.name, texts: [t(refusal)] } : null);
    if (refusal) return;
    const controller = new AbortController();
    aborting.current = controller;
    setShare(0);
    sending.mutate(
      { kind, file, onProgress: setShare, signal: controller.signal },
      {
        onSuccess: onDone,
        onError: error => {
          if (error instanceof DOMException && error.name === 'AbortError') return;
          const texts =
            isProblem(error) && error.status === 413
              ? [t('imports.upload.tooLarge')]
              : isProblem(error) && error.errors.length > 0
                ? error.errors.map(({ message }) => message)
                : [problemText(error)];
          setRefused({ name: file.name, texts });
        },
      },
    );
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  if (sending.isPending && sending.variables) {
    const { name } = sending.variables.file;
    const title = t(share < 1 ? 'imports.upload.sending' : 'imports.upload.reading', { name });
    return (
      <div className={styles.drop} role="status">
        <p className={styles.dropName}>{title}</p>
        <Progress
          percent={Math.round(share * 100)}
          status="active"
          aria-label={title}
          style={{ maxWidth: 360 }}
        />
        <Button onClick={() => aborting.current?.abort()}>{t('common.cancel')}</Button>
      </div>
    );
  }
  return (
    <>
      {refused && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('imports.upload.refused', { name: refused.name })}
          description={refused.texts.map(text => (
            <div key={text}>{text}</div>
          ))}
          style={{ marginTop: 12 }}
        />
      )}
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles.dropText}>{t('imports.upload.drop')}</p>
        <Button type="primary" icon={<UploadOutlined />} onClick={() => input.current?.click()}>
          {t(refused ? 'imports.upload.again' : 'imports.upload.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('imports.upload.choose')}
          accept={types.join(',')}
          onChange={event => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        <p className={styles.hint}>{t('imports.upload.hint')}</p>
      </div>
    </>
  );
}
