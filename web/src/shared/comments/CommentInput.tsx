import { Alert, Button, Mentions } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/shared/ui';
import { usePeople, type Comment, type MentionablePerson, type OfRecord } from './data';
import { mentioned } from './spoken';
import styles from './comments.module.css';

const pause = 200;
const longest = 4000;

type Person = Pick<MentionablePerson, 'id' | 'name'> & { reads: boolean };
type Props = {
  of: OfRecord;
  /** The one that is changed; a new one without it. */
  comment?: Comment;
  sending: boolean;
  error: unknown;
  onSend: (text: string, mentions: string[]) => Promise<unknown>;
  onCancel?: () => void;
};

/** Where a comment is written: @ offers people, Ctrl or ⌘ with Enter sends. */
export function CommentInput({ of, comment, sending, error, onSend, onCancel }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(comment?.text ?? '');
  const [chosen, setChosen] = useState<Person[]>(
    () => comment?.mentions.map(person => ({ ...person, reads: true })) ?? [],
  );
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    const later = setTimeout(() => setAsked(typed), pause);
    return () => clearTimeout(later);
  }, [typed]);
  const begun = useRef(false);
  const people = usePeople(of, asked);
  const spokenTo = mentioned(text, chosen);
  const unseen = spokenTo.filter(({ reads }) => !reads);
  const send = async () => {
    if (text.trim() === '' || sending) return;
    try {
      await onSend(
        text.trim(),
        spokenTo.map(({ id }) => id),
      );
    } catch {
      // The error is shown, and what was written stays.
      return;
    }
    setText('');
    setChosen([]);
  };
  return (
    <div className={styles.input}>
      <ProblemAlert error={error} style={{ marginBottom: 8 }} />
      <Mentions
        value={text}
        onChange={setText}
        onSearch={setTyped}
        onSelect={option => {
          const person = people.data?.find(({ id }) => 'id' in option && id === option.id);
          if (person) setChosen(all => [...all.filter(({ id }) => id !== person.id), person]);
        }}
        options={(people.data ?? []).map(({ id, name, unit, reads }) => ({
          id,
          key: id,
          value: name,
          label: (
            <span className={styles.person}>
              {name} <small>{reads ? unit : t('comments.cannotSee')}</small>
            </span>
          ),
        }))}
        loading={people.isFetching}
        filterOption={false}
        notFoundContent={t('comments.noPeople')}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={longest}
        placeholder={t('comments.placeholder')}
        aria-label={t('comments.write')}
        autoFocus={comment !== undefined}
        onFocus={({ target }) => {
          // One goes on writing where the text ends.
          if (!begun.current && target instanceof HTMLTextAreaElement) {
            target.setSelectionRange(target.value.length, target.value.length);
          }
          begun.current = true;
        }}
        onKeyDown={event => {
          if (event.key === 'Escape' && onCancel) onCancel();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void send();
        }}
      />
      {unseen.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="status"
          style={{ marginTop: 8 }}
          title={t('comments.unseen', { names: unseen.map(({ name }) => name).join('、') })}
        />
      )}
      <div className={styles.send}>
        {onCancel && (
          <Button size="small" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        <Button
          size="small"
          type="primary"
          loading={sending}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          {comment ? t('common.save') : t('comments.send')}
        </Button>
      </div>
    </div>
  );
}
