import { App, Button, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '@/shared/api';
import { lastPerson, useOnline, useRecent } from '@/shared/outbox';
import { keep, type KeptAbout } from '@/shared/outbox/store';
import WaitingList from '@/shared/outbox/WaitingList';
import { KindInput } from '@/shared/followups/KindInput';
import type { Kind } from '@/shared/followups/types';
import { Seal } from '@/shared/ui';
import styles from './app.module.css';

const askAgainEvery = 15_000;

/** The program was opened where the server cannot be asked: what one can do all the same. */
export default function OfflinePage({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  const online = useOnline();
  const person = lastPerson();
  const [writing, setWriting] = useState(false);
  useEffect(() => {
    // Whoever is writing is not taken away from it.
    if (writing) return;
    if (online) onRetry();
    const timer = setInterval(onRetry, askAgainEvery);
    return () => clearInterval(timer);
  }, [online, writing, onRetry]);
  return (
    <main className={styles.offline}>
      <Seal size={40} quiet />
      <h1>{t('outbox.offline.title')}</h1>
      <p>{t(person ? 'outbox.offline.text' : 'outbox.offline.stranger')}</p>
      <Button onClick={onRetry}>{t('common.retry')}</Button>
      {person && (
        <>
          <WaitingList person={person.id} />
          <Write person={person.id} onWriting={setWriting} />
        </>
      )}
    </main>
  );
}

type Values = { kind: Kind; about: string; text: string; nextStep?: string };

/** A follow-up about a record opened lately: nothing else can be chosen without the server. */
function Write({ person, onWriting }: { person: string; onWriting: (writing: boolean) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const recent = useRecent(person);
  const [form] = Form.useForm<Values>();
  const [keeping, setKeeping] = useState(false);
  if (!recent?.length) return null;
  const write = async ({ kind, about: id, text, nextStep }: Values) => {
    const chosen = recent.find(one => one.id === id);
    if (!chosen) return;
    const about: KeptAbout = { [chosen.list]: { id, name: chosen.name } };
    setKeeping(true);
    try {
      await keep({
        key: newKey(),
        person,
        about,
        body: {
          kind,
          text: text.trim(),
          nextStep: nextStep?.trim() || null,
          happenedAt: new Date().toISOString(),
          customer: about.customer?.id ?? null,
          contact: about.contact?.id ?? null,
          opportunity: about.opportunity?.id ?? null,
          custom: null,
          reminder: null,
          externalId: null,
        },
        writtenAt: new Date().toISOString(),
        firstTriedAt: null,
        refusal: null,
      });
      form.resetFields();
      onWriting(false);
      void message.info(t('outbox.kept'));
    } catch {
      void message.error(t('outbox.notKept'));
    } finally {
      setKeeping(false);
    }
  };
  return (
    <section aria-label={t('followups.newTitle')}>
      <h2>{t('followups.newTitle')}</h2>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'CALL' }}
        onValuesChange={(_, { text, nextStep }: Values) => onWriting(Boolean(text || nextStep))}
        onFinish={values => void write(values)}
      >
        <Form.Item name="kind" label={t('followups.kindLabel')} required>
          <KindInput />
        </Form.Item>
        <Form.Item
          name="about"
          label={t('outbox.offline.about')}
          rules={[{ required: true, message: t('followups.subjectRequired') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={recent.map(({ id, list, name }) => ({
              value: id,
              label: `${name} · ${t(`followups.${list}`)}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t('followups.text')}
          rules={[{ required: true, whitespace: true, message: t('followups.textRequired') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="nextStep" label={t('followups.nextStep')}>
          <Input maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={keeping}>
          {t('outbox.offline.keep')}
        </Button>
      </Form>
    </section>
  );
}
