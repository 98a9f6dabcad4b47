import { Button, Tooltip } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { DeleteOutlined, FileOutlined } from '@/shared/ui/icons';
import { fileHref, pictureHref, type AttachedFile, type OfRecord } from './data';
import styles from './files.module.css';

// Turning and enlarging come with the first picture that is looked at.
const Pictures = lazy(() => import('./Pictures'));

type Props = {
  of: OfRecord;
  files: AttachedFile[];
  onRemove?: ((file: AttachedFile) => void) | null;
  /** Names and pictures alone, as below a follow-up. */
  brief?: boolean;
};

/** Files with their pictures; a picture opens, everything else is downloaded. */
export function FileItems({ of, files, onRemove = null, brief = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [looking, setLooking] = useState<string | null>(null);
  const pictures = files.filter(file => file.pictured);
  return (
    <>
      <ul className={styles.files} data-brief={brief}>
        {files.map(file => (
          <li key={file.id}>
            {file.pictured ? (
              <button
                type="button"
                className={styles.picture}
                aria-label={t('files.look', { name: file.name })}
                onClick={() => setLooking(file.id)}
              >
                <img src={pictureHref(of, file.id, 'THUMBNAIL')} alt="" loading="lazy" />
              </button>
            ) : (
              <span className={styles.sheet} aria-hidden="true">
                <FileOutlined />
                <small>{ending(file.name)}</small>
              </span>
            )}
            <span className={styles.about}>
              <a href={fileHref(of, file.id)} download={file.name} title={file.name}>
                {file.name}
              </a>
              {!brief && (
                <small className="numbers">
                  {format.size(file.bytes)} ·{' '}
                  {t('files.by', { name: file.adderName, at: format.instant(file.addedAt) })}
                </small>
              )}
              {!file.nameFits && (
                <Tooltip title={t('files.misnamedHint')}>
                  <span className={styles.misnamed} role="note" tabIndex={0}>
                    {t('files.misnamed')}
                  </span>
                </Tooltip>
              )}
            </span>
            {onRemove && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => onRemove(file)}
              />
            )}
          </li>
        ))}
      </ul>
      {looking && (
        <Suspense fallback={null}>
          <Pictures
            pictures={pictures.map(({ id, name }) => ({ src: pictureHref(of, id, 'PREVIEW'), alt: name }))}
            first={pictures.findIndex(({ id }) => id === looking)}
            onClose={() => setLooking(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const longest = 5;
const ending = (name: string) => {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? name.slice(dot + 1) : '';
  return end.length <= longest ? end.toUpperCase() : '';
};
