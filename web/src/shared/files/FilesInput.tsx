import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { CloseOutlined } from '@/shared/ui/icons';
import { ChooseFiles } from './ChooseFiles';
import styles from './files.module.css';

type Props = { id?: string; value?: File[]; onChange?: (files: File[]) => void };

/** Files that will be sent once what they belong to is saved. */
export function FilesInput({ id, value = [], onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div id={id} className={styles.input}>
      <ChooseFiles label={t('files.choose')} onFiles={files => onChange?.([...value, ...files])} />
      {value.length > 0 && (
        <ul className={styles.chosen}>
          {value.map((file, at) => (
            <li key={`${file.name} ${file.size} ${at}`}>
              <span>{file.name}</span> <small className="numbers">{format.size(file.size)}</small>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => onChange?.(value.filter((_, other) => other !== at))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
