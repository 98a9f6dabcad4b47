import type { Texts } from '../texts';
import type { comments as zh } from '../zh/comments';

export const comments: Texts<typeof zh> = {
  title: 'Comments',
  none: 'No comments yet',
  noneText: 'Write what your colleagues should know; @ speaks to them.',
  write: 'Comment',
  placeholder: 'Write a comment, @ to mention a colleague',
  send: 'Comment',
  edited: '(edited)',
  edit: 'Edit',
  editOne: 'Edit the comment “{{text}}”',
  deleteOne: 'Delete the comment “{{text}}”',
  deleteTitle: 'Delete this comment?',
  deleteText: 'The comment will be deleted; the change history keeps what it said.',
  deleted: 'Comment deleted',
  follow: 'Follow',
  following: 'Following',
  unfollow: 'Unfollow',
  followHint: 'You will be told of new comments',
  followers: 'Followed by {{names}}',
  andMore: '{{names}} and others, {{number}} in all',
  unseen: '{{names}} cannot see this record, and being mentioned does not change that.',
  noPeople: 'Nobody found',
  cannotSee: 'cannot see this record',
  stale: 'This comment has just been changed; please look at it before you edit it.',
  empty: 'Please write something',
};
