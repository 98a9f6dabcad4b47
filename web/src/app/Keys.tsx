import { Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { withModifier } from './keyNames';
import styles from './app.module.css';

const keys = [
  ['jump', [withModifier('K')]],
  ['search', ['/']],
  ['rows', ['J', 'K', '↓', '↑']],
  ['open', ['Enter']],
  ['save', [withModifier('Enter')]],
  ['close', ['Esc']],
  ['help', ['?']],
] as const;

/** What can be done by keys, on a page of its own for whoever asks with `?`. */
export default function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('shell.keys.title')} footer={null} onCancel={onClose} width={440}>
      <dl className={styles.keys}>
        {keys.map(([what, caps]) => (
          <Fragment key={what}>
            <dt>
              {caps.map(cap => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{t(`shell.keys.${what}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
