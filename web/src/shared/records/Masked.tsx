import { App, Button } from 'antd';
import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, useCan, type Document } from '@/shared/api';
import { useProblemText } from '@/shared/ui';
import { EyeOutlined } from '@/shared/ui/icons';

export type RecordKey = { list: string; id: string };

/** Which record the fields within belong to. */
export const ShownRecord = createContext<RecordKey | null>(null);

type Props = { of?: RecordKey; field: string; label: string; value: string };

/** A masked value, and for those who may, a click that shows it in full; the click is logged. */
export function Masked({ of, field, label, value }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const can = useCan();
  const around = useContext(ShownRecord);
  const record = of ?? around;
  const [whole, setWhole] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const reveal = ({ list, id }: RecordKey) => {
    setAsking(true);
    http
      .post<Document<'Revealed'>>(`/api/records/${list}/${id}/reveal`, { field })
      .then(
        revealed => setWhole(revealed.value ?? ''),
        error => void message.error(problemText(error)),
      )
      .finally(() => setAsking(false));
  };
  return (
    <span className="numbers">
      {whole ?? value}
      {whole === null && record && can('fields:reveal') && (
        <Button
          type="text"
          size="small"
          icon={<EyeOutlined />}
          loading={asking}
          aria-label={t('records.reveal', { field: label })}
          title={t('records.revealHint')}
          onClick={() => reveal(record)}
        />
      )}
    </span>
  );
}
