import './texts';
import { Button, Checkbox } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n';
import { Blank, usePhone } from '@/shared/ui';
import { CheckOutlined } from '@/shared/ui/icons';
import { DecisionSelect, useDecisionText } from './DecisionSelect';
import type { StepProps } from './ImportPage';
import { acceptSuggestions, decide, decisionFor, openSuggestions, others, undecided } from './spec';
import type { Decision, Decisions, Unknown, UnknownText } from './types';
import styles from './imports.module.css';

/** What the words mean that the system does not know. */
export function ValuesStep({ imported, spec, onChange, readOnly }: StepProps) {
  const { t } = useTranslation();
  const id = useId();
  const { unknown } = imported;
  if (unknown.length === 0) {
    return <Blank title={t('imports.values.none')} text={t('imports.values.noneText')} />;
  }
  const change = (decisions: Decisions) => onChange({ ...spec, decisions });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('imports.values.title')}</h2>
      <p className={styles.hint}>{t('imports.values.text')}</p>
      {unknown.map(one => (
        <Field
          key={one.field}
          unknown={one}
          decisions={spec.decisions}
          readOnly={readOnly}
          onChange={change}
        />
      ))}
    </section>
  );
}

type FieldProps = {
  unknown: Unknown;
  decisions: Decisions;
  readOnly: boolean;
  onChange: (decisions: Decisions) => void;
};
const stepSize = 50;

function Field({ unknown, decisions, readOnly, onChange }: FieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const phone = usePhone();
  const id = useId();
  const [shown, setShown] = useState(stepSize);
  // What was open when the box was ticked stays in sight while one works through it.
  const [open, setOpen] = useState<Set<string> | null>(null);
  const { field, label, texts, total } = unknown;
  const left = undecided(unknown, decisions);
  const suggestions = openSuggestions(unknown, decisions).length;
  const forOthers = decisionFor(decisions, field, others);
  const visible = texts.filter(({ text }) => !open || open.has(text));
  const set = (text: string, decision: Decision | null) => onChange(decide(decisions, field, text, decision));
  const row = (text: UnknownText) => ({
    unknown,
    text,
    forOthers,
    readOnly,
    decision: decisionFor(decisions, field, text.text),
    onChange: (decision: Decision | null) => set(text.text, decision),
  });

  return (
    <section className={styles.unknown} aria-labelledby={id}>
      <header className={styles.unknownHead}>
        <h3 id={id}>{label}</h3>
        <span className={`${styles.hint} numbers`}>
          {t('imports.values.total', { count: total, number: format.exactNumber(total) })}
        </span>
        <span className="numbers" data-open={left > 0} role="status">
          {left > 0 ? (
            t('imports.values.undecided', { number: format.exactNumber(left) })
          ) : (
            <>
              <CheckOutlined /> {t('imports.values.allDecided')}
            </>
          )}
        </span>
      </header>
      <div className={styles.unknownBar}>
        {suggestions > 0 && !readOnly && (
          <Button size="small" onClick={() => onChange(acceptSuggestions(unknown, decisions))}>
            {t('imports.values.acceptAll', { count: suggestions, number: suggestions })}
          </Button>
        )}
        {texts.length > 8 && (
          <Checkbox
            checked={open !== null}
            onChange={event =>
              setOpen(
                event.target.checked
                  ? new Set(
                      texts.map(({ text }) => text).filter(text => !decisionFor(decisions, field, text)),
                    )
                  : null,
              )
            }
          >
            {t('imports.values.onlyUndecided')}
          </Checkbox>
        )}
        {(total > 1 || forOthers) && (
          <span className={styles.others}>
            <span>{t('imports.values.others')}</span>
            <DecisionSelect
              unknown={unknown}
              text={null}
              decision={forOthers}
              placeholder={t('imports.values.othersNone')}
              label={`${label} · ${t('imports.values.others')}`}
              disabled={readOnly}
              onChange={decision => set(others, decision)}
            />
          </span>
        )}
      </div>
      {phone ? (
        <ul className={styles.textCards}>
          {visible.slice(0, shown).map(text => (
            <li key={text.text}>
              <TextRow {...row(text)} card />
            </li>
          ))}
        </ul>
      ) : (
        <table className={styles.texts}>
          <thead>
            <tr>
              <th scope="col">{t('imports.values.value')}</th>
              <th scope="col" data-number>
                {t('imports.values.count')}
              </th>
              <th scope="col">{t('imports.values.decision')}</th>
            </tr>
          </thead>
          <tbody>
            {visible.slice(0, shown).map(text => (
              <tr key={text.text}>
                <TextRow {...row(text)} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {visible.length > shown && (
        <Button type="link" onClick={() => setShown(shown + stepSize)}>
          {t('imports.values.more', { number: Math.min(stepSize, visible.length - shown) })}
        </Button>
      )}
      {total > texts.length && (
        <p className={styles.hint}>
          {t('imports.values.capped', { number: format.exactNumber(texts.length) })}
        </p>
      )}
    </section>
  );
}

type RowProps = {
  unknown: Unknown;
  text: UnknownText;
  decision: Decision | null;
  forOthers: Decision | null;
  readOnly: boolean;
  onChange: (decision: Decision | null) => void;
  card?: boolean;
};

function TextRow({ unknown, text, decision, forOthers, readOnly, onChange, card = false }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useDecisionText();
  const { suggestion } = text;
  const taken = suggestion && decision?.action === 'USE' && decision.value === suggestion.value;
  const count = format.exactNumber(text.count);
  const select = (
    <span className={styles.decision}>
      <DecisionSelect
        unknown={unknown}
        text={text.text}
        decision={decision}
        placeholder={
          forOthers
            ? t('imports.values.asOthers', { decision: say(forOthers, unknown, null) })
            : t('imports.values.open')
        }
        label={t('imports.values.decisionOf', { text: text.text })}
        disabled={readOnly}
        onChange={onChange}
      />
      {suggestion && !taken && !readOnly && (
        <button
          type="button"
          className={styles.suggestion}
          onClick={() => onChange({ action: 'USE', value: suggestion.value, label: suggestion.label })}
        >
          <span className="visually-hidden">{t('imports.values.pickSuggestion', { text: text.text })}</span>{' '}
          {suggestion.label} <small>{t('imports.values.why.similar')}</small>
        </button>
      )}
    </span>
  );
  if (card) {
    return (
      <>
        <span className={styles.textLine}>
          <span>{text.text}</span>
          <span className="numbers">{t('imports.rows', { count, number: count })}</span>
        </span>
        {select}
      </>
    );
  }
  return (
    <>
      <th scope="row">{text.text}</th>
      <td data-number className="numbers">
        {count}
      </td>
      <td>{select}</td>
    </>
  );
}
