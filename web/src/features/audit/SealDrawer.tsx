import './texts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, isProblem, type Document } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { listKey } from '@/shared/lists';
import { Fields } from '@/shared/records';
import { Bars, JobProgress, ProblemAlert, usePhone } from '@/shared/ui';
import { FindingList } from './FindingList';
import { sealKey, useSeal } from './SealButton';
import styles from './audit.module.css';

type Asked = Document<'AuditVerificationAsked'>;
type Started = Document<'AuditVerificationStarted'>;

/** How far the log is sealed, whether it was found whole, and a new look at all of it. */
export function SealDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { data, error, refetch } = useSeal();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('audit.seal.title')}
      size={phone ? '100%' : 520}
      mask={{ blur: false }}
    >
      <p className={styles.intro}>{t('audit.seal.hint')}</p>
      {error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          <State seal={data} />
          <Verify />
        </>
      ) : (
        <Bars rows={6} />
      )}
    </Drawer>
  );
}

function State({ seal }: { seal: Document<'AuditSeal'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, at, head, verified } = seal;
  const said = verified && {
    entries: format.exactNumber(verified.number),
    when: format.instant(verified.at),
    by: verified.by,
  };
  return (
    <>
      <Fields
        fields={[
          {
            key: 'sealed',
            label: t('audit.seal.sealed'),
            value:
              number !== null && at !== null
                ? t('audit.seal.upTo', { number: format.exactNumber(number), at: format.instant(at) })
                : t('audit.seal.nothing'),
            wide: true,
          },
          {
            key: 'verified',
            label: t('audit.seal.verified'),
            render: said ? (
              <span className={verified.found > 0 ? styles.broken : styles.whole}>
                {verified.found > 0
                  ? t('audit.seal.found', {
                      count: verified.found,
                      number: format.exactNumber(verified.found),
                    })
                  : t('audit.seal.whole', { number: said.entries })}
                <span className={styles.aside}>{t('audit.seal.verifiedBy', said)}</span>
                {verified.erased > 0 && (
                  <span className={styles.aside}>
                    {t('audit.seal.erased', { number: format.exactNumber(verified.erased) })}
                  </span>
                )}
              </span>
            ) : (
              t('audit.seal.never')
            ),
            wide: true,
          },
        ]}
      />
      {verified && verified.found > 0 && <FindingList findings={verified.findings} found={verified.found} />}
      {head && (
        <section className={styles.part} aria-label={t('audit.seal.head')}>
          <h3>{t('audit.seal.head')}</h3>
          <p className={styles.box}>
            <Typography.Text copyable className={styles.code}>
              {head}
            </Typography.Text>
          </p>
          <p className={styles.hint}>{t('audit.seal.headHint')}</p>
        </section>
      )}
    </>
  );
}

function Verify() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [heads, setHeads] = useState('');
  const start = useMutation({
    mutationFn: () =>
      http.post<Started>('/api/audit/seal/verifications', { heads: heads.trim() || null } satisfies Asked),
  });
  const complaint = isProblem(start.error)
    ? start.error.errors.find(({ field }) => field === 'heads')?.message
    : undefined;
  return (
    <section className={styles.part} aria-label={t('audit.seal.verify')}>
      <h3>{t('audit.seal.verify')}</h3>
      <p className={styles.hint}>{t('audit.seal.verifyHint')}</p>
      <Form layout="vertical" onFinish={() => start.mutate()}>
        <Form.Item
          label={t('audit.seal.earlier')}
          htmlFor="earlier-heads"
          {...(complaint && { validateStatus: 'error', help: complaint })}
        >
          <Input.TextArea
            id="earlier-heads"
            className={styles.code}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={20_000}
            value={heads}
            onChange={event => setHeads(event.target.value)}
          />
        </Form.Item>
        {!complaint && <ProblemAlert error={start.error} style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {t('audit.seal.verify')}
        </Button>
      </Form>
      {start.data && (
        <div className={styles.part}>
          <JobProgress
            key={start.data.job}
            id={start.data.job}
            cancellable
            onDone={() => {
              void client.invalidateQueries({ queryKey: sealKey });
              void client.invalidateQueries({ queryKey: listKey('audit') });
            }}
          />
        </div>
      )}
    </section>
  );
}
