import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, useStale } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import { today } from '@/shared/i18n';
import type { Consent } from './Consents';

type Values = Pick<Consent, 'state' | 'since' | 'source'>;
const states = ['GIVEN', 'WITHDRAWN', 'UNKNOWN'] as const;
const valuesOf = ({ state, since, source }: Consent): Values => ({ state, since, source });

type Props = { contact: string; consent: Consent; onClose: () => void; onChanged: () => void };

/** Notes what a contact said to being approached by one channel. */
export default function ConsentForm({ contact, consent: given, onClose, onChanged }: Props) {
  // What was there when the form opened: a newer version fetched meanwhile must not pass for the one changed.
  const [consent] = useState(given);
  const { t } = useTranslation();
  const channel = t(`customers.consents.channel.${consent.channel}`);
  const note = ({ state, since, source }: Values, version: number) =>
    http.put(`/api/contacts/${contact}/consents/${consent.channel}`, {
      state,
      since: since ?? null,
      source: source ?? null,
      version,
    } satisfies Document<'SaveConsent'>);
  const stale = useStale<Values>({
    fields: [
      {
        key: 'state',
        label: t('customers.consents.what'),
        render: value => t(`customers.consents.state.${value as Consent['state']}`),
      },
      { key: 'since', label: t('customers.consents.since') },
      { key: 'source', label: t('customers.consents.source') },
    ],
    shown: current => valuesOf(current as unknown as Consent),
    again: note,
    onDone: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <>
      <FormDrawer<Values>
        open
        title={t('customers.consents.note', { channel })}
        onClose={onClose}
        initial={consent.version === 0 ? { state: 'GIVEN', since: today() } : valuesOf(consent)}
        save={values => note(values, consent.version)}
        onSaved={onChanged}
        onStale={stale.onStale}
      >
        {form => (
          <>
            <Form.Item name="state" label={t('customers.consents.what')} rules={[{ required: true }]}>
              <Radio.Group
                optionType="button"
                options={states.map(value => ({ value, label: t(`customers.consents.state.${value}`) }))}
              />
            </Form.Item>
            <Form.Item noStyle dependencies={['state']}>
              {() =>
                form.getFieldValue('state') === 'UNKNOWN' ? null : (
                  <>
                    <Form.Item
                      name="since"
                      label={t('customers.consents.since')}
                      rules={[{ required: true, message: t('customers.consents.sinceRequired') }]}
                    >
                      <DateInput until={today()} />
                    </Form.Item>
                    <Form.Item
                      name="source"
                      label={t('customers.consents.source')}
                      extra={t('customers.consents.sourceHint')}
                    >
                      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
                    </Form.Item>
                  </>
                )
              }
            </Form.Item>
          </>
        )}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
