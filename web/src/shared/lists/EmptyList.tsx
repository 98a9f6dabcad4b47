import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@/shared/api';
import { Blank } from '@/shared/ui';
import { partsOf } from './filters';
import type { ChangeQuery, ListQuery } from './query';

type Props = {
  title: string;
  /** What is said where nothing is in it at all. */
  empty?: string | undefined;
  query: ListQuery;
  view: View | null;
  /** Goes to all records. */
  leave: () => void;
  /** How a first record comes here. */
  actions: ReactNode;
  onChange: ChangeQuery;
};

/** Nothing to show: because of the filter, because of the view, or because there is nothing yet. */
export function EmptyList({ title, empty, query, view, leave, actions, onChange }: Props) {
  const { t } = useTranslation();
  if (query.filter || query.q) {
    return (
      <Blank
        title={t('lists.empty.filtered')}
        text={t('lists.empty.filteredText')}
        action={<Button onClick={() => onChange({ filter: null, q: '' })}>{t('lists.filter.clear')}</Button>}
      />
    );
  }
  if (view?.filter && partsOf(view.filter).length > 0) {
    return (
      <Blank
        title={t('lists.empty.inView', { view: view.label })}
        text={t('lists.empty.inViewText')}
        action={
          <Space wrap>
            <Button onClick={leave}>{t('lists.empty.showAll')}</Button>
            {actions}
          </Space>
        }
      />
    );
  }
  return (
    <Blank
      title={empty ?? t('lists.empty.title', { label: title })}
      text={actions && t('lists.empty.text')}
      action={actions}
    />
  );
}
