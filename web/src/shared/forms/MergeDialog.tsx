import { Alert, Button, Modal, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, merged, type Part, type Side } from './merge';
import styles from './forms.module.css';

export type StaleField = { key: string; label: string; render?: (value: unknown) => ReactNode };

export type Meeting<V extends object> = {
  /** What the form began with. */
  base: Record<string, unknown>;
  mine: V;
  /** What stands there now, in the shape of the form's values. */
  theirs: Record<string, unknown>;
};

type Props<V extends object> = {
  /** Two versions of one record that meet; null while there are none. */
  meeting: Meeting<V> | null;
  fields: StaleField[];
  saving?: boolean;
  onSave: (values: V) => void;
  /** Back to the form, with everything that was typed. */
  onCancel: () => void;
};

function words(value: unknown): ReactNode {
  if (value == null || value === '') return null;
  if (typeof value === 'object' && 'name' in value) return String(value.name);
  if (Array.isArray(value)) return value.map(String).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Two people changed one record: what each of them changed, and the choice where both changed the same. */
export function MergeDialog<V extends object>(props: Props<V>) {
  // Each meeting begins with no choice made.
  return props.meeting ? <Merging {...props} meeting={props.meeting} key={keyOf(props.meeting)} /> : null;
}

const keyOf = ({ theirs }: Meeting<object>) => JSON.stringify(theirs);

function Merging<V extends object>(props: Props<V> & { meeting: Meeting<V> }) {
  const { meeting, fields, saving = false, onSave, onCancel } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const mine = meeting.mine as Record<string, unknown>;
  const parts = compare(fields, meeting.base, mine, meeting.theirs);
  const both = parts.filter(({ changed }) => changed === 'both');
  const alone = parts.filter(({ changed }) => changed === 'mine' || changed === 'theirs');
  const open = both.filter(({ key }) => !chosen[key]).length;
  const fieldOf = (key: string) => fields.find(one => one.key === key);
  const labelOf = (key: string) => fieldOf(key)?.label ?? t('forms.stale.other');
  const shown = ({ key }: Part, value: unknown) => (fieldOf(key)?.render ?? words)(value) ?? t('common.dash');
  const all = (side: Side) => setChosen(Object.fromEntries(both.map(({ key }) => [key, side])));

  return (
    <Modal
      open
      title={t('forms.stale.title')}
      onCancel={onCancel}
      width={720}
      footer={[
        <Button key="back" onClick={onCancel}>
          {t('forms.stale.back')}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={saving}
          disabled={open > 0}
          onClick={() => onSave(merged(meeting.mine, parts, chosen))}
        >
          {t('forms.stale.save')}
        </Button>,
      ]}
    >
      {both.length === 0 ? (
        <Alert type="info" showIcon title={t('forms.stale.none')} style={{ marginBottom: 16 }} />
      ) : (
        <>
          <p className={styles.staleText}>{t('forms.stale.text', { number: both.length })}</p>
          <p className={styles.sides}>
            <Button size="small" onClick={() => all('mine')}>
              {t('forms.stale.allMine')}
            </Button>
            <Button size="small" onClick={() => all('theirs')}>
              {t('forms.stale.allTheirs')}
            </Button>
          </p>
          {both.map(part => (
            <Radio.Group
              key={part.key}
              className={styles.choice ?? ''}
              aria-label={labelOf(part.key)}
              value={chosen[part.key]}
              onChange={({ target }) => setChosen({ ...chosen, [part.key]: target.value as Side })}
            >
              <span className={styles.choiceLabel}>
                {labelOf(part.key)}
                <small>{t('forms.stale.before')}</small>
                <small>{shown(part, part.base)}</small>
              </span>
              {(['mine', 'theirs'] as const).map(side => (
                <Radio key={side} value={side}>
                  <small>{t(`forms.stale.${side}`)}</small>
                  <span className={styles.choiceValue}>{shown(part, part[side])}</span>
                </Radio>
              ))}
            </Radio.Group>
          ))}
        </>
      )}
      {alone.length > 0 && (
        <table className={styles.stale}>
          <caption>{t('forms.stale.taken')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('forms.stale.field')}</th>
              <th scope="col">{t('forms.stale.was')}</th>
              <th scope="col">{t('forms.stale.becomes')}</th>
              <th scope="col">{t('forms.stale.by')}</th>
            </tr>
          </thead>
          <tbody>
            {alone.map(part => (
              <tr key={part.key}>
                <th scope="row">{labelOf(part.key)}</th>
                <td>{shown(part, part.base)}</td>
                <td>{shown(part, part.changed === 'mine' ? part.mine : part.theirs)}</td>
                <td>{t(part.changed === 'mine' ? 'forms.stale.byMe' : 'forms.stale.byThem')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Modal>
  );
}
