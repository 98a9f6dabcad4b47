import './texts';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer } from '@/shared/forms';
import { DateInput } from '@/shared/forms/DateInput';
import type { Summary } from './data';

type Values = Document<'NewReorganisation'>;
type Props = {
  /** Absent where a new one is begun. */
  draft?: Summary;
  onClose: () => void;
  onSaved: (name: string, id: string | null) => void;
};

/** What a draft is called, and the day from which it is to hold. */
export function DraftForm({ draft, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  return (
    <FormDrawer<Values, { id: string } | undefined>
      open
      title={draft ? t('drafts.editTitle', { name: draft.name }) : t('drafts.newTitle')}
      onClose={onClose}
      initial={draft ? { name: draft.name, day: draft.day } : {}}
      save={(values, idempotencyKey) =>
        draft
          ? http.put(`/api/reorganisations/${draft.id}`, { ...values, version: draft.version })
          : http.post('/api/reorganisations', values, { idempotencyKey })
      }
      onSaved={(made, { name }) => onSaved(name, made?.id ?? null)}
    >
      <Form.Item
        name="name"
        label={t('drafts.name')}
        rules={[{ required: true, whitespace: true, message: t('drafts.required') }]}
      >
        <Input autoFocus maxLength={100} placeholder={t('drafts.namePlaceholder')} />
      </Form.Item>
      <Form.Item
        name="day"
        label={t('drafts.day')}
        extra={t('drafts.dayHint')}
        rules={[{ required: true, message: t('drafts.required') }]}
      >
        <DateInput />
      </Form.Item>
    </FormDrawer>
  );
}
