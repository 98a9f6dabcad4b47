import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Document } from '@/shared/api';

export type Comment = Document<'Comment'>;
export type MentionablePerson = Document<'MentionablePerson'>;
type RecordComments = Document<'RecordComments'>;
type SaveComment = Document<'SaveComment'>;

/** A record of whatever list. */
export type OfRecord = { list: string; id: string };

const path = ({ list, id }: OfRecord) => `/api/comments/${list}/${id}`;
const key = ({ list, id }: OfRecord) => ['comments', list, id] as const;

/** What is said of a record; nothing is asked for without one. */
export const useComments = (of: OfRecord | null) =>
  useQuery({
    queryKey: of ? key(of) : ['comments'],
    queryFn: ({ signal }) => http.get<RecordComments>(path(of!), { signal }),
    enabled: of !== null,
  });

/** Whom a comment may speak to, by part of a name. */
export const usePeople = (of: OfRecord, q: string | null) =>
  useQuery({
    queryKey: [...key(of), 'people', q],
    queryFn: ({ signal }) => http.get<MentionablePerson[]>(`${path(of)}/people`, { query: { q }, signal }),
    enabled: q !== null,
    placeholderData: before => before,
  });

/** Writing, changing and taking away, and following: whatever shows it asks again afterwards. */
export function useCommenting(of: OfRecord) {
  const client = useQueryClient();
  const onSettled = async () => {
    await client.invalidateQueries({ queryKey: key(of) });
    await client.invalidateQueries({ queryKey: ['history', of.list, of.id] });
  };
  const save = useMutation({
    mutationFn: ({ comment, ...body }: SaveComment & { comment: string | null }) =>
      comment
        ? http.put<Comment>(`${path(of)}/${comment}`, body satisfies SaveComment)
        : http.post<Comment>(path(of), body satisfies SaveComment),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (comment: string) => http.delete(`${path(of)}/${comment}`),
    onSettled,
  });
  const follow = useMutation({
    mutationFn: (following: boolean) =>
      http.put(`${path(of)}/following`, { following } satisfies Document<'Follow'>),
    onSettled,
  });
  return { save, remove, follow };
}
