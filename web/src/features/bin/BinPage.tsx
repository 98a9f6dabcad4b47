import '@/shared/bulk/texts';
import './texts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '@/shared/api';
import { BulkConfirm } from '@/shared/bulk/BulkDialogs';
import { useFormat } from '@/shared/i18n';
import { ListPage, type Selection } from '@/shared/lists';
import { BinView } from './BinView';

/** What was deleted within the last weeks, to be put back. */
export default function BinPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      list="bin"
      empty={t('bin.empty')}
      drawer={({ id, onClose }) => <BinView key={id} id={id} onClose={onClose} />}
      bulk={selection => <Tools selection={selection} />}
    />
  );
}

function Tools({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [doing, setDoing] = useState<{ what: 'restore' | 'purge'; with: Selection } | null>(null);
  const number = format.exactNumber(doing?.with.count ?? 0);
  return (
    <>
      <Button size="small" onClick={() => setDoing({ what: 'restore', with: selection })}>
        {t('bin.restore')}
      </Button>
      {can('bin:purge') && (
        <Button size="small" danger onClick={() => setDoing({ what: 'purge', with: selection })}>
          {t('bin.purge')}
        </Button>
      )}
      {doing && (
        <BulkConfirm
          list="bin"
          action={doing.what}
          selection={doing.with}
          title={t(doing.what === 'restore' ? 'bin.restoreMany' : 'bin.purgeMany', { number })}
          text={t(doing.what === 'restore' ? 'bin.restoreText' : 'bin.purgeText')}
          ok={t(doing.what === 'restore' ? 'bin.restore' : 'bin.purge')}
          danger={doing.what === 'purge'}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
