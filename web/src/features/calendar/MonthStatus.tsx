import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { periodsKey, type Period } from './data';
import styles from './calendar.module.css';

type Status = Period['status'];

/** How far a month is, and where it may go. */
export function MonthStatus({ period, name }: { period: Period; name: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const { message, modal } = App.useApp();
  const client = useQueryClient();
  const say = useProblemText();
  const move = useMutation({
    mutationFn: (status: Status) =>
      http.put<Period>(`/api/periods/months/${period.code}`, {
        status,
        version: period.version,
      } satisfies Document<'MoveMonth'>),
    onSuccess: now =>
      void message.success(t('calendar.moved', { month: name, status: t(`calendar.status.${now.status}`) })),
    onError: error => void message.error(say(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: periodsKey }),
  });
  const label = t(`calendar.status.${period.status}`);
  const shown = (
    <span className={styles.status} data-status={period.status}>
      {label}
    </span>
  );
  if (!can('periods:close') || period.next.length === 0) return shown;
  const ask = (status: Status) =>
    status === 'LOCKED'
      ? void modal.confirm({
          title: t('calendar.lockTitle', { month: period.code }),
          content: t('calendar.lockText'),
          okText: t('calendar.lock'),
          okButtonProps: { danger: true },
          focusable: { autoFocusButton: 'cancel' },
          onOk: () => move.mutateAsync(status).catch(() => undefined),
        })
      : move.mutate(status);
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: period.next.map(status => ({
          key: status,
          label:
            status === 'CALCULATED' && period.status === 'APPROVED'
              ? t('calendar.back')
              : t(`calendar.move.${status}`),
        })),
        onClick: ({ key }) => ask(key as Status),
      }}
    >
      <Button size="small" type="text" loading={move.isPending} aria-label={`${name} ${label}`}>
        {shown}
      </Button>
    </Dropdown>
  );
}
