import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, isProblem, type Document } from '@/shared/api';
import { usePeopleChanged } from '../data';

export type Draft = Document<'ReorganisationView'>;
export type Summary = Document<'ReorganisationSummary'>;
export type Step = Document<'ReorganisationStep'>;
export type Effects = Document<'ReorganisationEffects'>;
/** A change that is to be added, whatever version the draft has by then. */
export type NewStep = Omit<Document<'NewReorganisationStep'>, 'version'>;

const key = ['organisation-drafts'] as const;
const path = (id: string) => `/api/reorganisations/${id}`;

export const useDrafts = () =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => http.get<Summary[]>('/api/reorganisations', { signal }),
  });

export const useDraft = (id: string) =>
  useQuery({
    queryKey: [...key, id],
    queryFn: ({ signal }) => http.get<Draft>(path(id), { signal }),
  });

/** Found out anew each time: the organisation may have changed since, and then the draft has steps that do not fit. */
export function useEffects(id: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: [...key, id, 'effects'],
    queryFn: async ({ signal }) => {
      const effects = await http.get<Effects>(`${path(id)}/effects`, { signal });
      if (effects.misfits.length > 0) {
        void client.invalidateQueries({ queryKey: [...key, id], exact: true });
      }
      return effects;
    },
    staleTime: 0,
    gcTime: 0,
  });
}

/** Call when drafts were added, changed or ended; of one that ended there are no effects to ask for. */
export function useDraftsChanged() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({ queryKey: key, predicate: ({ queryKey }) => queryKey[2] !== 'effects' });
}

type Sent = { to: 'steps' | 'steps/remove' | 'steps/renew'; body: NewStep | { step: string } };

/** Adds, takes back and renews changes; each answer is the draft as it is then. */
export function useSteps({ draft: { id, version } }: Draft) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ to, body }: Sent) => http.post<Draft>(`${path(id)}/${to}`, { ...body, version }),
    onSuccess: next => {
      client.setQueryData([...key, id], next);
      client.removeQueries({ queryKey: [...key, id, 'effects'] });
      void client.invalidateQueries({ queryKey: key, exact: true });
    },
    onError: error => {
      // Somebody else works on it too: the next try starts from what they made of it.
      if (isProblem(error) && error.code === 'stale') {
        void client.invalidateQueries({ queryKey: [...key, id] });
      }
    },
  });
}

export const useDiscard = ({ draft: { id, version } }: Draft) =>
  useMutation({ mutationFn: () => http.post(`${path(id)}/discard`, { version }) });

export function useApply(id: string) {
  const peopleChanged = usePeopleChanged();
  const draftsChanged = useDraftsChanged();
  return useMutation({
    mutationFn: ({ version, revision }: Effects) => http.post(`${path(id)}/apply`, { version, revision }),
    onSuccess: () => Promise.all([peopleChanged(), draftsChanged()]),
  });
}
