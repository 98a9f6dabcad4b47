import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, useCan } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { everything, writeQuery } from '../query';
import { changeView, removeView, sharingOf, useOwnList, useViewsChanged } from './data';
import { kept, openly } from './kept';
import { isShared } from './labels';
import { asSaved } from './standing';
import type { ViewBarProps } from './ViewBar';

/** What can be done with the view that is shown. */
export function useViewActions(
  { listing, views, now, query, change, board }: ViewBarProps,
  open: (what: 'new' | 'change' | 'arrange') => void,
) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const can = useCan();
  const problemText = useProblemText();
  const changed = useViewsChanged(listing.name);
  const own = useOwnList(listing.name);
  const [saving, setSaving] = useState(false);
  const { saved, view } = now;
  const isOpening = view !== null && views.ownOpening === view.key;

  const save = async () => {
    if (!saved) return;
    setSaving(true);
    try {
      const body = { ...kept(listing, now, board), name: saved.name, sharing: sharingOf(saved) };
      await changeView(saved.id, body, saved.version);
      void message.success(t('lists.saved.kept', { name: saved.name }));
      await changed();
      change({ ...asSaved }, { replace: true });
    } catch (error) {
      // What was changed here still stands in the address, on top of what the view says now.
      const stale = isProblem(error) && error.code === 'stale';
      void message.error(stale ? t('lists.saved.stale') : problemText(error));
      if (stale) await changed();
    } finally {
      setSaving(false);
    }
  };
  const copyLink = async () => {
    const params = writeQuery(openly(query, now), new URLSearchParams(location.search));
    const link = `${location.origin}${location.pathname}?${params.toString()}`;
    try {
      await navigator.clipboard.writeText(link);
      void message.success(t('lists.saved.linkCopied'));
    } catch {
      // Without TLS a page has no clipboard.
      modal.info({ title: t('lists.saved.link'), content: link, okText: t('common.close') });
    }
  };
  const remove = () => {
    if (!saved) return;
    modal.confirm({
      title: t('lists.saved.removeTitle', { name: saved.name }),
      content: t(isShared(saved) ? 'lists.saved.removeShared' : 'lists.saved.removeText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await removeView(saved.id);
          change({ view: everything, ...asSaved }, { replace: true });
          void message.success(t('lists.saved.removed', { name: saved.name }));
        } catch (error) {
          void message.error(problemText(error));
        }
        await changed();
      },
    });
  };
  const editing = saved?.mayChange ?? false;
  const items = [
    { key: 'new', label: t(saved ? 'lists.saved.copy' : 'lists.saved.keep'), onClick: () => open('new') },
    ...(editing
      ? [
          {
            key: 'change',
            label: t(can('listings:share') ? 'lists.saved.edit' : 'lists.saved.rename'),
            onClick: () => open('change'),
          },
        ]
      : []),
    ...(view
      ? [
          {
            key: 'opening',
            label: t(isOpening ? 'lists.saved.noOpening' : 'lists.saved.opening'),
            onClick: () => void own.setOpening(isOpening ? null : view.key),
          },
        ]
      : []),
    { key: 'link', label: t('lists.saved.link'), onClick: () => void copyLink() },
    { key: 'arrange', label: t('lists.saved.arrange'), onClick: () => open('arrange') },
    ...(editing
      ? [
          { type: 'divider' as const },
          { key: 'remove', danger: true, label: t('lists.saved.remove'), onClick: remove },
        ]
      : []),
  ];
  return { items, save: () => void save(), saving };
}
