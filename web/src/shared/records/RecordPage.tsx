import { ArrowLeftOutlined } from '@/shared/ui/icons';
import { Tabs } from 'antd';
import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { CommentsLabel, RecordComments } from '@/shared/comments';
import { RecordFiles } from '@/shared/files';
import { usePhone } from '@/shared/ui';
import { ShownRecord, type RecordKey } from './Masked';
import { useOpened } from './useOpened';
import styles from './records.module.css';

export type Fact = { key: string; label: string; value: ReactNode };
export type RecordPageProps = {
  title: ReactNode;
  /** Where the record was found. */
  back?: { to: string; label: string };
  /** A short state beside the title, such as a stage or a pool mark. */
  status?: ReactNode;
  /** The few amounts and people one looks for first. */
  facts?: Fact[];
  /** Usually a StagePath. */
  path?: ReactNode;
  /** Buttons; on a phone they stand in a bar at the bottom. */
  actions?: ReactNode;
  /** Details and related lists: the left two thirds. */
  children: ReactNode;
  /** What happened: the right third, a tab of its own on a phone. */
  timeline?: ReactNode;
  /** Laid out for a drawer: one column, no way back. */
  narrow?: boolean;
  /** The record itself: it has files and comments, and its fields are ruled by its list. */
  of?: RecordKey;
};

/** One record: who it is on top, what it holds at the left, what happened to it at the right. */
export function RecordPage(props: RecordPageProps) {
  const { title, back, status, facts = [], path, actions, timeline, narrow = false, of } = props;
  const { t } = useTranslation();
  const phone = usePhone();
  const heading = useId();
  useOpened(of?.list, of?.id);
  const children = (
    <>
      {props.children}
      {of && <RecordFiles {...of} />}
    </>
  );
  const beside = [
    ...(timeline ? [{ key: 'timeline', label: t('records.timeline'), children: timeline }] : []),
    ...(of
      ? [{ key: 'comments', label: <CommentsLabel of={of} />, children: <RecordComments {...of} /> }]
      : []),
  ];
  const tabbed = (phone || narrow) && beside.length > 0;
  return (
    <ShownRecord value={of ?? null}>
      <article className={styles.page} data-narrow={narrow} aria-labelledby={heading}>
        <header className={styles.head}>
          {back && !narrow && (
            <Link
              to={back.to}
              className={styles.back}
              aria-label={t('records.backTo', { label: back.label })}
            >
              <ArrowLeftOutlined /> {back.label}
            </Link>
          )}
          <div className={styles.titleLine}>
            <h1 id={heading}>{title}</h1>
            {status}
            {!phone && actions && <div className={styles.actions}>{actions}</div>}
          </div>
          {facts.length > 0 && (
            <dl className={styles.facts}>
              {facts.map(({ key, label, value }) => (
                <div key={key}>
                  <dt>{label}</dt>
                  <dd className="numbers">{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {path}
        </header>
        {tabbed ? (
          <Tabs
            className={styles.tabs ?? ''}
            items={[{ key: 'details', label: t('records.details'), children }, ...beside]}
          />
        ) : (
          <div className={styles.columns} data-single={beside.length === 0}>
            <div className={styles.main}>{children}</div>
            {beside.length > 0 && (
              <aside className={styles.side} aria-label={t('records.timeline')}>
                {of ? (
                  <Tabs items={beside} />
                ) : (
                  <>
                    <h2>{t('records.timeline')}</h2>
                    {timeline}
                  </>
                )}
              </aside>
            )}
          </div>
        )}
        {phone && actions && <div className={styles.bottom}>{actions}</div>}
      </article>
    </ShownRecord>
  );
}
