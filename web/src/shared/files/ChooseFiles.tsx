import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '@/shared/ui';
import { CameraOutlined, PaperClipOutlined } from '@/shared/ui/icons';
import styles from './files.module.css';

// In a form, antd shows inputs for files whatever `hidden` says.
const unseen = { display: 'none' };

/** Buttons that bring files: from the disk, and on a phone from its camera. */
export function ChooseFiles({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <span className={styles.choose}>
      <input
        ref={files}
        type="file"
        multiple
        style={unseen}
        aria-label={label}
        onChange={({ target }) => take(target)}
      />
      <Button size="small" icon={<PaperClipOutlined />} onClick={() => files.current?.click()}>
        {label}
      </Button>
      {phone && (
        <>
          <input
            ref={camera}
            type="file"
            accept="image/*"
            capture="environment"
            style={unseen}
            aria-label={t('files.photo')}
            onChange={({ target }) => take(target)}
          />
          <Button size="small" icon={<CameraOutlined />} onClick={() => camera.current?.click()}>
            {t('files.photo')}
          </Button>
        </>
      )}
    </span>
  );
}
