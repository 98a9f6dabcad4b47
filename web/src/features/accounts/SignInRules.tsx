import './texts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { HistoryButton } from '@/shared/records';
import { useProblemText } from '@/shared/ui';
import styles from './accounts.module.css';

type Rules = Document<'SignInRules'>;
const path = '/api/sign-in-rules';
const rulesKey = ['sign-in-rules'];
const demands = ['OPTIONAL', 'ADMINISTRATION', 'EVERYBODY'] as const;

/** What is asked of everybody who signs in. */
export function SignInRules() {
  const { t } = useTranslation();
  const can = useCan();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const rules = useQuery({
    queryKey: rulesKey,
    queryFn: ({ signal }) => http.get<Rules>(path, { signal }),
    enabled: open,
    staleTime: 0,
    gcTime: 0,
  });
  if (!can('accounts:edit')) return null;
  const refresh = () => {
    void client.invalidateQueries({ queryKey: rulesKey });
    void client.invalidateQueries({ queryKey: ['history', 'sign-in-rules'] });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('accounts.rules.title')}</Button>
      <FormDrawer<Pick<Rules, 'secondFactor'>>
        key={rules.data?.version ?? 0}
        open={open && rules.data !== undefined}
        title={t('accounts.rules.title')}
        onClose={() => setOpen(false)}
        initial={{ secondFactor: rules.data?.secondFactor ?? 'OPTIONAL' }}
        save={({ secondFactor }) =>
          http.put(path, {
            secondFactor,
            version: rules.data!.version,
          } satisfies Document<'ChangeSignInRules'>)
        }
        onSaved={() => {
          refresh();
          void message.success(t('accounts.rules.saved'));
        }}
        onStale={problem => {
          refresh();
          void modal.error({ title: problemText(problem) });
        }}
        width={480}
        extra={<HistoryButton of={{ list: 'sign-in-rules', name: t('accounts.rules.title') }} />}
      >
        <Form.Item
          name="secondFactor"
          required
          label={t('accounts.secondFactor')}
          extra={t('accounts.rules.secondFactorText')}
        >
          <Radio.Group className={styles.demands}>
            {demands.map(demand => (
              <Radio key={demand} value={demand}>
                {t(`accounts.rules.${demand}`)}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      </FormDrawer>
    </>
  );
}
