import type { ReactNode } from 'react';
import type { Comment } from './data';

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text with those it speaks to set off; longer names first, so that one is not taken for the beginning of another. */
export function spoken({ text, mentions }: Pick<Comment, 'text' | 'mentions'>): ReactNode[] {
  if (mentions.length === 0) return [text];
  const names = mentions.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  return text
    .split(new RegExp(`(${names.map(literally).join('|')})`))
    .map((part, at) => (at % 2 === 1 ? <strong key={at}>{part}</strong> : part));
}

/** Those of the people chosen whom the text still calls by name. */
export function mentioned<P extends { name: string }>(text: string, chosen: P[]): P[] {
  return chosen.filter(({ name }) => text.includes(`@${name}`));
}
