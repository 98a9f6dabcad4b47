import './texts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { useListing } from '@/shared/lists';
import { FilterButton, FilterChips } from '@/shared/lists/FilterBar';
import { CloseOutlined, PlusOutlined } from '@/shared/ui/icons';
import type { Kind, Rule } from './data';
import { HeirSelect } from './HeirSelect';
import { useSums } from './sums';
import styles from './handovers.module.css';

type Props = { kind: Kind; rules: Rule[]; leaver: string; onChange: (rules: Rule[]) => void };

/** What there is of one kind, and who is to get it: rules for a part of it, then one for the rest. */
export function KindRules({ kind, rules, leaver, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const sums = useSums();
  const [asked, setAsked] = useState(!kind.staysUnlessAsked);
  const rest = rules.length - 1;
  const set = (at: number, rule: Rule) => onChange(rules.map((one, i) => (i === at ? rule : one)));
  const open = asked && kind.number > 0;
  return (
    <section className={styles.kind} aria-label={kind.label}>
      <header>
        <h2>{kind.label}</h2>
        <span className="numbers">
          {format.exactNumber(kind.number)}
          {kind.sums.length > 0 && <> · {sums(kind.sums)}</>}
        </span>
      </header>
      <Groups kind={kind} />
      {kind.obstacles.map(({ reason, label, number }) => (
        <p key={reason} className={styles.obstacle}>
          {t('handovers.obstacle', { number: format.exactNumber(number), label })}
        </p>
      ))}
      {kind.number > 0 && kind.staysUnlessAsked && !asked && (
        <p className={styles.text}>
          {t('handovers.stays', { name: leaver })}{' '}
          <Button type="link" size="small" onClick={() => setAsked(true)}>
            {t('handovers.moveThem')}
          </Button>
        </p>
      )}
      {open &&
        rules.map((rule, at) => (
          <RuleLine
            key={at}
            kind={kind}
            rule={rule}
            rest={at === rest}
            alone={rest === 0}
            onChange={next => set(at, next)}
            onRemove={() => onChange(rules.filter((_, i) => i !== at))}
          />
        ))}
      {open && kind.filtered && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined />}
          onClick={() =>
            onChange([...rules.slice(0, -1), { filter: null, withCustomer: false, heirs: [] }, rules[rest]!])
          }
        >
          {t('handovers.addRule')}
        </Button>
      )}
      {open && kind.staying > 0 && (
        <p className={styles.text}>
          {t('handovers.staying', { number: format.exactNumber(kind.staying), name: leaver })}
        </p>
      )}
    </section>
  );
}

function Groups({ kind }: { kind: Kind }) {
  const format = useFormat();
  const sums = useSums();
  const traits = [...new Set(kind.groups.map(({ trait }) => trait))];
  return (
    <>
      {traits.map(trait => {
        const groups = kind.groups.filter(group => group.trait === trait);
        return (
          <p key={trait} className={styles.groups}>
            <b>{groups[0]!.traitLabel}</b>
            {groups.map(({ label, number, sums: amounts }) => (
              <span key={label} className="numbers">
                {label} {format.exactNumber(number)}
                {amounts.length > 0 && <small> {sums(amounts)}</small>}
              </span>
            ))}
          </p>
        );
      })}
    </>
  );
}

type LineProps = {
  kind: Kind;
  rule: Rule;
  /** Whether it is for whatever the others leave. */
  rest: boolean;
  alone: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

function RuleLine({ kind, rule, rest, alone, onChange, onRemove }: LineProps) {
  const { t } = useTranslation();
  const listing = useListing(kind.list, kind.filtered && !rest);
  const columns = listing.data?.columns ?? [];
  const set = (filter: Rule['filter']) => onChange({ ...rule, filter });
  const to = t('handovers.to', { kind: kind.label });
  return (
    <div className={styles.rule}>
      {!rest && (
        <div className={styles.filter}>
          <FilterButton columns={columns} filter={rule.filter} onChange={set} />
          <FilterChips columns={columns} filter={rule.filter} onChange={set} />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('handovers.removeRule')}
            onClick={onRemove}
          />
        </div>
      )}
      <div className={styles.to}>
        <span>{t(rest ? (alone ? 'handovers.all' : 'handovers.rest') : 'handovers.these')}</span>
        <HeirSelect label={to} value={rule.heirs} onChange={heirs => onChange({ ...rule, heirs })} />
      </div>
      {kind.kind !== 'customers' && (
        <Checkbox
          checked={rule.withCustomer}
          onChange={event => onChange({ ...rule, withCustomer: event.target.checked })}
        >
          {t('handovers.withCustomer')}
        </Checkbox>
      )}
    </div>
  );
}
