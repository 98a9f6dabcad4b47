import './texts';
import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { PersonSelect } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert } from '@/shared/ui';
import {
  planOf,
  useHandoversChanged,
  usePreview,
  useStart,
  type Preview,
  type Rule,
  type Rules,
} from './data';
import { HeirSelect } from './HeirSelect';
import { HeirTable } from './HeirTable';
import { KindRules } from './KindRules';
import styles from './handovers.module.css';

const nothing = (kind: string): Rule => ({
  filter: null,
  withCustomer: kind !== 'customers' && kind !== 'closed-deals',
  heirs: [],
});

/** Whose work goes to whom: what there is, who is to get it, what that comes to, and then it is done. */
export default function NewHandoverPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const leaver = search.get('leaver');
  return (
    <article className={styles.page} aria-labelledby="handover">
      <h1 id="handover">{t('handovers.new')}</h1>
      <p className={styles.text}>{t('handovers.text')}</p>
      <Form layout="vertical" component="div" requiredMark={false}>
        <Form.Item label={t('handovers.leaver')} htmlFor="leaver" className={styles.field ?? ''}>
          <PersonSelect
            id="leaver"
            andLeft
            value={leaver}
            onChange={id => setSearch(id ? { leaver: id } : {}, { replace: true })}
          />
        </Form.Item>
        {leaver ? <Planned key={leaver} leaver={leaver} /> : <Blank title={t('handovers.choose')} />}
      </Form>
    </article>
  );
}

function Planned({ leaver }: { leaver: string }) {
  const { t } = useTranslation();
  const [rules, setRules] = useState<Rules>({});
  const { data, error, refetch, isFetching } = usePreview(leaver, rules);
  const of = (kind: string) => rules[kind] ?? [nothing(kind)];
  const everything = (heirs: string[]) =>
    setRules(
      Object.fromEntries(
        (data?.kinds ?? []).map(({ kind, staysUnlessAsked }) => {
          const all = of(kind);
          const last = { ...all.at(-1)!, heirs: staysUnlessAsked ? all.at(-1)!.heirs : heirs };
          return [kind, [...all.slice(0, -1), last]];
        }),
      ),
    );
  return (
    <>
      <ProblemAlert error={error} onRetry={() => void refetch()} style={{ marginBottom: 12 }} />
      {!data && !error && <Bars rows={6} />}
      {data && (
        <>
          <Form.Item
            label={t('handovers.everything')}
            htmlFor="everything"
            extra={t('handovers.everythingHint')}
            className={styles.field ?? ''}
          >
            <HeirSelect id="everything" label={t('handovers.everything')} onChange={everything} />
          </Form.Item>
          <div className={styles.kinds}>
            {data.kinds.map(kind => (
              <KindRules
                key={kind.kind}
                kind={kind}
                rules={of(kind.kind)}
                leaver={data.leaver.name ?? ''}
                onChange={next => setRules({ ...rules, [kind.kind]: next })}
              />
            ))}
          </div>
          <section className={styles.block} aria-label={t('handovers.preview')} aria-busy={isFetching}>
            <h2>{t('handovers.preview')}</h2>
            <HeirTable preview={data} />
          </section>
          <Starting preview={data} rules={rules} ready={!isFetching && !error} />
        </>
      )}
    </>
  );
}

type StartingProps = { preview: Preview; rules: Rules; ready: boolean };

function Starting({ preview, rules, ready }: StartingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const changed = useHandoversChanged();
  const start = useStart();
  const [reason, setReason] = useState(t('handovers.usual'));
  const [leftOn, setLeftOn] = useState<string | null>(null);
  const [block, setBlock] = useState(false);
  const number = preview.kinds.reduce((sum, kind) => sum + kind.moving, 0);
  const name = preview.leaver.name ?? '';
  const send = async () => {
    const plan = planOf(preview.leaver.id, rules);
    const { id } = await start.mutateAsync({ plan, reason, leftOn, block });
    void changed();
    void navigate(`/handovers/${id}`);
  };
  const ask = () =>
    void modal.confirm({
      title: t('handovers.confirm', { name }),
      content: t('handovers.confirmText', { count: number, number: format.exactNumber(number) }),
      okText: t('handovers.start'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => send().catch(() => undefined),
    });
  return (
    <section className={styles.block} aria-label={t('handovers.start')}>
      <Form.Item label={t('handovers.reason')} htmlFor="reason" className={styles.field ?? ''} required>
        <Input id="reason" maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      {preview.leftOn && (
        <p className={styles.text}>{t('handovers.leaves', { day: format.day(preview.leftOn) })}</p>
      )}
      {preview.mayLeave && (
        <Form.Item
          label={t('handovers.leftOn')}
          htmlFor="leftOn"
          extra={t('handovers.leftOnHint')}
          className={styles.field ?? ''}
        >
          <DateInput id="leftOn" value={leftOn} onChange={setLeftOn} />
        </Form.Item>
      )}
      {preview.mayBlock && (
        <Form.Item className={styles.field ?? ''}>
          <Checkbox checked={block} onChange={event => setBlock(event.target.checked)}>
            {t('handovers.block', { name })}
          </Checkbox>
        </Form.Item>
      )}
      <ProblemAlert error={start.error} style={{ marginBottom: 12 }} />
      <Button
        type="primary"
        disabled={!ready || !reason.trim() || (number === 0 && !leftOn && !block)}
        loading={start.isPending}
        onClick={ask}
      >
        {t('handovers.startNumber', { count: number, number: format.exactNumber(number) })}
      </Button>
    </section>
  );
}
