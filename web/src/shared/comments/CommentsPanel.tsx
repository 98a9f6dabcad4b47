import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, useMe } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { Bars, Blank, ProblemAlert, useProblemText } from '@/shared/ui';
import { DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@/shared/ui/icons';
import { CommentInput } from './CommentInput';
import { useCommenting, useComments, type Comment, type OfRecord } from './data';
import { spoken } from './spoken';
import styles from './comments.module.css';

const named = 3;

/** What is said of a record, the oldest first, with a place to say more, and who follows it. */
export default function CommentsPanel({ list, id }: OfRecord) {
  const of = { list, id };
  const { t } = useTranslation();
  const { data, error, refetch } = useComments(of);
  const { save, follow } = useCommenting(of);
  if (!data) {
    return error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : <Bars rows={3} />;
  }
  return (
    <div className={styles.panel}>
      <Followers
        names={data.followers.map(({ name }) => name)}
        following={data.following}
        pending={follow.isPending}
        onFollow={following => follow.mutate(following)}
      />
      {data.comments.length === 0 ? (
        <Blank title={t('comments.none')} text={t('comments.noneText')} />
      ) : (
        <ul className={styles.comments}>
          {data.comments.map(comment => (
            <Said key={comment.id} of={of} comment={comment} />
          ))}
        </ul>
      )}
      <CommentInput
        of={of}
        sending={save.isPending}
        error={save.error}
        onSend={(text, mentions) => save.mutateAsync({ comment: null, text, mentions, version: null })}
      />
    </div>
  );
}

type FollowersProps = {
  names: string[];
  following: boolean;
  pending: boolean;
  onFollow: (following: boolean) => void;
};

function Followers({ names, following, pending, onFollow }: FollowersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = names.slice(0, named).join('、');
  return (
    <div className={styles.followers}>
      <Tooltip title={following ? t('comments.unfollow') : t('comments.followHint')}>
        <Button
          size="small"
          aria-pressed={following}
          loading={pending}
          icon={following ? <StarFilled /> : <StarOutlined />}
          onClick={() => onFollow(!following)}
        >
          {following ? t('comments.following') : t('comments.follow')}
        </Button>
      </Tooltip>
      {names.length > 0 && (
        <small title={names.join('、')}>
          {t('comments.followers', {
            names:
              names.length > named
                ? t('comments.andMore', { names: first, number: format.exactNumber(names.length) })
                : first,
          })}
        </small>
      )}
    </div>
  );
}

const short = (text: string) => text.slice(0, 20);

function Said({ of, comment }: { of: OfRecord; comment: Comment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const { modal, message } = App.useApp();
  const text = useProblemText();
  const { save, remove } = useCommenting(of);
  const [editing, setEditing] = useState(false);
  const own = comment.author.id === me?.id;
  const ask = () =>
    void modal.confirm({
      title: t('comments.deleteTitle'),
      content: t('comments.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () =>
        remove.mutateAsync(comment.id).then(
          () => void message.success(t('comments.deleted')),
          (failure: unknown) => void message.error(text(failure)),
        ),
    });
  const change = async (words: string, mentions: string[]) => {
    try {
      await save.mutateAsync({ comment: comment.id, text: words, mentions, version: comment.version });
      setEditing(false);
    } catch (failure) {
      // What others wrote meanwhile is asked for again by now.
      if (isProblem(failure) && failure.code === 'stale') void message.warning(t('comments.stale'));
      throw failure;
    }
  };
  return (
    <li>
      <p className={styles.by}>
        <strong>{comment.author.name}</strong>{' '}
        <time dateTime={comment.createdAt} title={format.exactInstant(comment.createdAt)} className="numbers">
          {format.instant(comment.createdAt)}
        </time>
        {comment.editedAt && (
          <small title={format.exactInstant(comment.editedAt)}> {t('comments.edited')}</small>
        )}
        {own && !editing && (
          <span className={styles.own}>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('comments.editOne', { text: short(comment.text) })}
              onClick={() => setEditing(true)}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('comments.deleteOne', { text: short(comment.text) })}
              onClick={ask}
            />
          </span>
        )}
      </p>
      {editing ? (
        <CommentInput
          of={of}
          comment={comment}
          sending={save.isPending}
          error={save.error}
          onSend={change}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <p className={styles.text}>{spoken(comment)}</p>
      )}
    </li>
  );
}
