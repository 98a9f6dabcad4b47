import { Form, Select, type FormInstance } from 'antd';
import { useTranslation } from 'react-i18next';
import { Pair } from '@/shared/forms';
import type { Beginning } from './beginning';
import type { OpportunityValues } from './fields';

type Props = { form: FormInstance<OpportunityValues>; beginning: Beginning };

/** Where a new one begins: the pipeline is asked for as soon as there is a choice. */
export function StageFields({ form, beginning: { pipelines, stages } }: Props) {
  const { t } = useTranslation();
  return (
    <Pair>
      {pipelines.length > 1 && (
        <Form.Item name="pipeline" label={t('opportunities.pipeline')}>
          <Select
            placeholder={pipelines[0]?.label}
            options={pipelines.map(({ id, label }) => ({ value: id, label }))}
            onChange={() => form.setFieldValue('stage', null)}
          />
        </Form.Item>
      )}
      <Form.Item name="stage" label={t('opportunities.stage')}>
        <Select
          placeholder={stages[0]?.label}
          options={stages.map(({ id, label }) => ({ value: id, label }))}
        />
      </Form.Item>
    </Pair>
  );
}
