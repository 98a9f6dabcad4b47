import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/shared/api';
import { plain } from './cells';

type Dragged = { data: { current?: { row?: Row } | undefined } };

/** What is said while a card is dragged, to people who do not see it. */
export function useAnnouncements(
  columnOf: (id: UniqueIdentifier | undefined) => string | undefined,
  title: string,
): Announcements {
  const { t } = useTranslation();
  const nameOf = ({ data }: Dragged) => plain(data.current?.row?.cells[title]) || t('lists.unnamed');
  return {
    onDragStart: ({ active }) => t('lists.kanban.lifted', { name: nameOf(active as Dragged) }),
    onDragOver: ({ over }) => {
      const column = columnOf(over?.id);
      return column && t('lists.kanban.over', { column });
    },
    onDragEnd: ({ active, over }) => {
      const column = columnOf(over?.id);
      const name = nameOf(active as Dragged);
      return column ? t('lists.kanban.dropped', { name, column }) : t('lists.kanban.back', { name });
    },
    onDragCancel: ({ active }) => t('lists.kanban.back', { name: nameOf(active as Dragged) }),
  };
}
