import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Job, type JobState } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import { ProblemAlert } from './ProblemAlert';
import styles from './ui.module.css';

const over = (state: JobState | undefined) => state === 'DONE' || state === 'FAILED' || state === 'CANCELLED';
const keys = {
  WAITING: 'records.job.waiting',
  RUNNING: 'records.job.running',
  DONE: 'records.job.done',
  FAILED: 'records.job.failed',
  CANCELLED: 'records.job.cancelled',
} as const;

const jobKey = (id: string) => ['jobs', id] as const;

export const useJob = (id: string) =>
  useQuery({
    queryKey: jobKey(id),
    queryFn: ({ signal }) => http.get<Job>(`/api/jobs/${id}`, { signal }),
    refetchInterval: query => (over(query.state.data?.state) ? false : 1000),
  });

type Props = { id: string; onDone?: (job: Job) => void; cancellable?: boolean };

/** Follows one long piece of work until it is over. */
export function JobProgress({ id, onDone, cancellable = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const { data: job, error, refetch } = useJob(id);
  const cancel = useMutation({
    mutationFn: () => http.post(`/api/jobs/${id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: jobKey(id) }),
  });

  useEffect(() => {
    if (job && over(job.state)) onDone?.(job);
    // Reported once, when the state changes, not on every redraw of the owner.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [job?.state]);

  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const share = job && job.total > 0 ? Math.min(100, Math.floor((job.done / job.total) * 100)) : 0;
  const status = job?.state === 'FAILED' ? 'exception' : job?.state === 'DONE' ? 'success' : 'active';
  const cancelling = cancel.isPending || cancel.isSuccess || job?.cancelRequested;
  return (
    <div className={styles.job} aria-live="polite">
      <div className={styles.jobHead}>
        <span>{job?.title}</span>
        <span className={`${styles.jobState} numbers`}>
          {job && t(keys[job.state])}
          {job && job.total > 0 && ` ${format.exactNumber(job.done)} / ${format.exactNumber(job.total)}`}
        </span>
      </div>
      <Progress
        percent={job?.state === 'DONE' ? 100 : share}
        status={status}
        size="small"
        aria-label={job?.title ?? t('common.loading')}
      />
      {job?.message && <span className={styles.jobState}>{job.message}</span>}
      <ProblemAlert error={cancel.error} />
      {cancellable && job && !over(job.state) && (
        <div>
          <Button size="small" disabled={cancelling ?? false} onClick={() => cancel.mutate()}>
            {cancelling ? t('jobs.cancelling') : t('records.job.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
