import './texts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Listing } from '@/shared/api';
import { useFormat } from '@/shared/i18n';
import type { Selection } from '@/shared/lists/BulkBar';
import { recordPath } from '@/shared/lists/paths';
import { BulkConfirm, BulkEdit } from './BulkDialogs';
import { isAsked } from './data';
import { MergeRecords } from './MergeRecords';

/** Lists of which two records can be made one. */
const merged: ReadonlySet<string> = new Set(['customers', 'contacts']);

type Doing = 'edit' | 'delete' | 'merge';

/** What can be done to the chosen rows of any list, as far as its description allows. */
export default function BulkTools({ listing, selection }: { listing: Listing; selection: Selection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  // The rows chosen may be gone from the list before the result is read.
  const [doing, setDoing] = useState<{ what: Doing; with: Selection } | null>(null);
  const list = listing.name;
  const columns = listing.columns.filter(isAsked);
  const [first, second] = selection.ids;
  const pair = !selection.all && selection.ids.length === 2 ? ([first!, second!] as const) : null;
  const begin = (what: Doing) => setDoing({ what, with: selection });
  const close = () => setDoing(null);
  const asked = doing && { list, selection: doing.with, onClose: close };
  return (
    <>
      {columns.length > 0 && (
        <Button size="small" onClick={() => begin('edit')}>
          {t('bulk.edit')}
        </Button>
      )}
      {merged.has(list) && listing.deletable && columns.length > 0 && pair && (
        <Button size="small" onClick={() => begin('merge')}>
          {t('bulk.merge')}
        </Button>
      )}
      {listing.deletable && (
        <Button size="small" danger onClick={() => begin('delete')}>
          {t('bulk.delete')}
        </Button>
      )}
      {asked && doing.what === 'edit' && <BulkEdit {...asked} columns={columns} />}
      {asked && doing.what === 'delete' && (
        <BulkConfirm
          {...asked}
          action="delete"
          title={t('bulk.deleteTitle', { number: format.exactNumber(doing.with.count) })}
          text={t('bulk.deleteText')}
          ok={t('bulk.delete')}
          danger
        />
      )}
      {asked && doing.what === 'merge' && (
        <MergeRecords
          list={list}
          ids={[doing.with.ids[0]!, doing.with.ids[1]!]}
          columns={listing.columns}
          onClose={close}
          onMerged={id => {
            close();
            doing.with.clear();
            const path = recordPath(list, id);
            if (path) void navigate(path);
          }}
        />
      )}
    </>
  );
}
