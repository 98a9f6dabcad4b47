import './texts';
import { App, Button, Dropdown } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api';
import { useUnsavedGuard } from '@/shared/forms';
import { useFormat } from '@/shared/i18n';
import { Bars, ProblemAlert, useProblemText } from '@/shared/ui';
import { ArrowLeftOutlined, DeleteOutlined, MoreOutlined } from '@/shared/ui/icons';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { useDiscardImport, useImport, useSpec, useStart } from './data';
import { LayoutStep } from './LayoutStep';
import { ResultStep } from './ResultStep';
import { Run } from './Run';
import { NotSaved, ReadOnlyNote, SaveState } from './Saving';
import { missingFields, neighbour, readOnlyWhy, stepAt, type StepName } from './spec';
import { Steps } from './Steps';
import type { Import, Spec } from './types';
import { ValuesStep } from './ValuesStep';
import styles from './imports.module.css';

/** One import, from the file's layout to the report. The address holds the step. */
export default function ImportPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useImport(id);
  if (data) return <Wizard key={id} imported={data} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} style={{ margin: 24 }} />;
  return <Bars rows={10} />;
}

export type StepProps = {
  imported: Import;
  spec: Spec;
  /** Takes a change; `wait` 0 where the rest depends on the answer. */
  onChange: (spec: Spec, wait?: number) => void;
  readOnly: boolean;
};

function Wizard({ imported }: { imported: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { spec, saving, keeper } = useSpec(imported);
  const check = useStart(imported, 'check');
  useUnsavedGuard(saving.state === 'failed');
  // Leaving for another page still saves what waits; closing the window would lose it.
  useEffect(() => {
    if (saving.state === 'saved') return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [saving.state]);

  const step = stepAt(imported, params.get('step'));
  const why = readOnlyWhy(imported);
  const props: StepProps = { imported, spec, onChange: keeper.change, readOnly: why !== null };
  const go = (to: StepName) => void navigate(`?step=${to}`);

  /** Leaves a step only with everything saved, so that the next one shows what the server made of it. */
  const leave = async (to: StepName | null) => {
    if (!to || !(await keeper.flush())) return;
    go(to);
  };
  const startCheck = async () => {
    if (!(await keeper.flush())) return;
    check.mutate(undefined, { onSuccess: () => go('check') });
  };

  const missing = missingFields(imported.fields, spec);
  const open = missing.length === 0 && !imported.dateOrderNeeded;
  const before = neighbour(imported, step, -1);
  const after = neighbour(imported, step, 1);
  const checking = why === null && (after === 'check' || step === 'values');
  const rows = format.exactNumber(imported.rowCount);

  let forward: ReactNode = null;
  if (checking) {
    forward = (
      <Button
        type="primary"
        loading={check.isPending}
        disabled={!open || imported.rowCount === 0}
        onClick={() => void startCheck()}
      >
        {t('imports.check.start', { count: imported.rowCount, number: rows })}
      </Button>
    );
  } else if (step === 'check' && why === null && imported.report) {
    forward = <Run imported={imported} report={imported.report} onRun={() => go('result')} />;
  } else if (after && after !== 'result' && step !== 'check') {
    forward = (
      <Button
        type="primary"
        disabled={step === 'columns' && !open}
        loading={saving.state === 'saving'}
        onClick={() => void leave(after)}
      >
        {t('common.next')}
      </Button>
    );
  }

  return (
    <article className={styles.page} aria-labelledby="import-title">
      <header className={styles.head}>
        <Link to="/imports" className={styles.back}>
          <ArrowLeftOutlined /> {t('imports.back')}
        </Link>
        <div className={styles.titleLine}>
          <h1 id="import-title">
            {imported.kindLabel} <span className={styles.fileName}>{imported.fileName}</span>
          </h1>
          <span className={`${styles.hint} numbers`}>
            {t('imports.rows', { count: imported.rowCount, number: rows })}
          </span>
          <span className={styles.grow} />
          {imported.mayEdit && <More imported={imported} />}
        </div>
        <Steps imported={imported} at={step} onGo={to => void leave(to)} />
      </header>
      <div className={styles.body}>
        {why && why !== 'busy' && step !== 'result' && (
          <ReadOnlyNote why={why} owner={imported.owner.name ?? ''} />
        )}
        <Refusal error={check.error} />
        {step === 'layout' && <LayoutStep {...props} />}
        {step === 'columns' && <ColumnsStep {...props} />}
        {step === 'values' && <ValuesStep {...props} />}
        {step === 'check' && (
          <CheckStep
            imported={imported}
            readOnly={why !== null}
            onCheck={() => void startCheck()}
            checking={check.isPending}
            returned={params.get('step') === 'result' && imported.report !== null}
          />
        )}
        {step === 'result' && <ResultStep imported={imported} />}
      </div>
      {step !== 'result' && why !== 'busy' && (
        <footer className={styles.foot}>
          <NotSaved saving={saving} keeper={keeper} />
          {before && <Button onClick={() => void leave(before)}>{t('common.back')}</Button>}
          <span className={styles.grow} />
          {why === null && step !== 'check' && <SaveState saving={saving} />}
          {forward}
        </footer>
      )}
    </article>
  );
}

/** Why a check could not begin: the server's reasons, one by one. */
function Refusal({ error }: { error: unknown }) {
  if (!isProblem(error) || error.errors.length === 0) {
    return <ProblemAlert error={error} style={{ marginBottom: 16 }} />;
  }
  return (
    <>
      {error.errors.map(one => (
        <p key={one.field + one.code} role="alert" className={styles.bad}>
          {one.message}
        </p>
      ))}
    </>
  );
}

function More({ imported }: { imported: Import }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const discard = useDiscardImport(imported.id);
  const ask = () =>
    void modal.confirm({
      title: t('imports.discard.title'),
      content: t('imports.discard.text'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () =>
        discard.mutateAsync().then(
          () => void navigate('/imports'),
          error => void modal.error({ title: problemText(error) }),
        ),
    });
  const busy = imported.state === 'CHECKING' || imported.state === 'RUNNING';
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'discard',
            danger: true,
            disabled: busy,
            icon: <DeleteOutlined />,
            label: t('imports.discard.action'),
            onClick: ask,
          },
        ],
      }}
    >
      <Button type="text" icon={<MoreOutlined />} aria-label={t('common.more')} />
    </Dropdown>
  );
}
