import '@/shared/privacy/texts';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { http, type Document } from '@/shared/api';
import { DateInput } from '@/shared/forms/DateInput';
import { useFormat } from '@/shared/i18n';
import { recordPath } from '@/shared/lists';
import { Fetched, Missing } from '@/shared/records';
import { Blank, ProblemAlert } from '@/shared/ui';
import { PlusOutlined } from '@/shared/ui/icons';
import { usePreview, usePrivacyChanged, type Preview, type Word } from '@/shared/privacy/data';
import styles from '@/shared/privacy/privacy.module.css';

const kinds = ['NAME', 'PHONE', 'EMAIL', 'ACCOUNT'] as const;

/** What would be erased of somebody, looked at and agreed to before it is. */
export default function EraseContactPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const [words, setWords] = useState<Word[] | null>(null);
  const preview = usePreview(id, words);
  const missing = (
    <Missing title={t('customers.contacts.missing')} back={{ to: '/contacts', label: t('privacy.back') }} />
  );
  return (
    <Fetched query={preview} missing={missing} rows={8}>
      {data => (
        <article className={styles.page} aria-labelledby="erasure" aria-busy={preview.isFetching}>
          <Link to={recordPath('contacts', id) ?? '/'} className={styles.back}>
            ← {data.name}
          </Link>
          <h1 id="erasure">{t('privacy.eraseOf', { name: data.name })}</h1>
          <p className={styles.text}>{t('privacy.text')}</p>
          {data.openDeals > 0 && (
            <Alert
              type="warning"
              showIcon
              title={t('privacy.openDeals', { number: data.openDeals })}
              style={{ marginBottom: 12, maxWidth: 720 }}
            />
          )}
          <Words preview={data} onChange={setWords} />
          <Goes preview={data} />
          <Passages preview={data} />
          <Starting preview={data} ready={!preview.isFetching} />
        </article>
      )}
    </Fetched>
  );
}

function Words({ preview, onChange }: { preview: Preview; onChange: (words: Word[]) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Word['kind']>('NAME');
  const words = preview.words.map(({ text, kind }) => ({ text, kind }));
  const add = () => {
    if (text.trim().length < 2) return;
    onChange([...words, { text: text.trim(), kind }]);
    setText('');
  };
  return (
    <section className={styles.block} aria-label={t('privacy.words')}>
      <h2>{t('privacy.words')}</h2>
      <p className={styles.text}>{t('privacy.wordsHint')}</p>
      <ul className={styles.words}>
        {preview.words.map((word, at) => (
          <li key={word.kind + word.text}>
            <b>{word.text}</b>
            <span>{t(`privacy.kind.${word.kind}`)}</span>
            <span>{t('privacy.found', { count: word.found, number: format.exactNumber(word.found) })}</span>
            <Button
              type="link"
              size="small"
              aria-label={t('privacy.remove', { word: word.text })}
              onClick={() => onChange(words.filter((_, other) => other !== at))}
            >
              {t('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.tools}>
        <Input
          aria-label={t('privacy.word')}
          value={text}
          maxLength={200}
          onChange={event => setText(event.target.value)}
          onPressEnter={add}
          style={{ width: 200 }}
        />
        <Select<Word['kind']>
          aria-label={t('privacy.wordKind')}
          value={kind}
          onChange={setKind}
          options={kinds.map(value => ({ value, label: t(`privacy.kind.${value}`) }))}
          style={{ width: 128 }}
        />
        <Button icon={<PlusOutlined />} disabled={text.trim().length < 2} onClick={add}>
          {t('privacy.add')}
        </Button>
      </div>
    </section>
  );
}

function Goes({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={styles.block} aria-label={t('privacy.goes')}>
      <h2>{t('privacy.goes')}</h2>
      {preview.goes.length === 0 && preview.entries === 0 && (
        <p className={styles.text}>{t('privacy.nothingElse')}</p>
      )}
      <ul className={styles.words}>
        {preview.goes.map(({ label, number }) => (
          <li key={label}>
            <span>{label}</span>
            <b className="numbers">{format.exactNumber(number)}</b>
          </li>
        ))}
      </ul>
      {preview.entries > 0 && (
        <p className={styles.text}>{t('privacy.entries', { number: format.exactNumber(preview.entries) })}</p>
      )}
    </section>
  );
}

function Passages({ preview: { passages, more } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <section className={styles.block} aria-label={t('privacy.passages')}>
      <h2>{t('privacy.passages')}</h2>
      {passages.length === 0 && <Blank title={t('privacy.noPassages')} />}
      <ul className={styles.passages}>
        {passages.map(({ label, list, record, before, word, after }, at) => {
          const path = list && record && recordPath(list, record);
          return (
            <li key={at}>
              {path ? <Link to={path}>{label}</Link> : <span>{label}</span>}
              <p>
                {before}
                <mark>{word}</mark>
                {after}
              </p>
            </li>
          );
        })}
      </ul>
      {more && <p className={styles.text}>{t('privacy.morePassages')}</p>}
    </section>
  );
}

function Starting({ preview, ready }: { preview: Preview; ready: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const changed = usePrivacyChanged();
  const [reason, setReason] = useState(t('privacy.usual'));
  const [requestedOn, setRequestedOn] = useState<string | null>(null);
  const [uploads, setUploads] = useState(true);
  const start = useMutation({
    mutationFn: () =>
      http.post<Document<'StartedErasure'>>(`/api/contacts/${preview.contact}/erasure`, {
        words: preview.words.map(({ text, kind }) => ({ text, kind })),
        reason,
        requestedOn,
        uploads,
      } satisfies Document<'EraseContact'>),
  });
  const send = async () => {
    const { id } = await start.mutateAsync();
    void navigate(`/erasures?open=${id}`);
    void changed();
  };
  return (
    <section className={styles.block} aria-label={t('privacy.start')}>
      <Form layout="vertical" component="div" requiredMark={false}>
        <Form.Item
          label={t('privacy.reason')}
          htmlFor="reason"
          extra={t('privacy.reasonHint')}
          className={styles.field ?? ''}
        >
          <Input
            id="reason"
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('privacy.requestedOn')} htmlFor="requestedOn" className={styles.field ?? ''}>
          <DateInput id="requestedOn" value={requestedOn} onChange={setRequestedOn} />
        </Form.Item>
        <Form.Item className={styles.field ?? ''}>
          <Checkbox checked={uploads} onChange={event => setUploads(event.target.checked)}>
            {t('privacy.uploads')}
          </Checkbox>
        </Form.Item>
      </Form>
      <ProblemAlert error={start.error} style={{ marginBottom: 12 }} />
      <Button
        type="primary"
        danger
        disabled={!ready || !reason.trim()}
        loading={start.isPending}
        onClick={() =>
          void modal.confirm({
            title: t('privacy.confirm', { name: preview.name }),
            content: t('privacy.confirmText'),
            okText: t('privacy.start'),
            okButtonProps: { danger: true },
            focusable: { autoFocusButton: 'cancel' },
            onOk: () => send().catch(() => undefined),
          })
        }
      >
        {t('privacy.start')}
      </Button>
    </section>
  );
}
