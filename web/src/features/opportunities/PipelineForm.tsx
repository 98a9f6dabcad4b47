import { PlusOutlined } from '@/shared/ui/icons';
import { App, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { http, type Document } from '@/shared/api';
import { FormDrawer, Pair, useStale } from '@/shared/forms';
import { LineButtons } from '@/shared/forms/LineButtons';
import { listKey } from '@/shared/lists';
import { pipelinesKey } from './data';
import { categories, outcomes, requirements, type Pipeline, type Stage } from './types';
import styles from './pipelines.module.css';

type EnteredStage = Document<'EnteredStage'>;
type Values = Document<'NewPipeline'> & { retired?: boolean };

const begin: EnteredStage[] = [
  { name: '', nameEn: '', outcome: 'OPEN', probability: 10, category: 'PIPELINE', required: [] },
  { name: '赢单', nameEn: 'Won', outcome: 'WON', probability: 100, category: 'CLOSED', required: [] },
  { name: '输单', nameEn: 'Lost', outcome: 'LOST', probability: 0, category: 'OMITTED', required: [] },
];
const entered = ({
  id,
  name,
  nameEn,
  outcome,
  probability,
  category,
  normalDays,
  required,
}: Stage): EnteredStage => ({ id, name, nameEn, outcome, probability, category, normalDays, required });
const valuesOf = ({ name, nameEn, retired, stages }: Pipeline): Values => ({
  name,
  nameEn,
  retired,
  stages: stages.filter(stage => !stage.retired).map(entered),
});

type Props = { record: Pipeline | null; count: number; onClose: () => void };

/** Makes a pipeline, or changes its stages and their order. */
export default function PipelineForm({ record: given, count, onClose }: Props) {
  const [record] = useState(given);
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const changed = () =>
    Promise.all(
      [pipelinesKey, listKey('opportunities'), ['opportunity'], ['history', 'pipelines']].map(queryKey =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const body = ({ name, nameEn, stages }: Values): Document<'NewPipeline'> => ({
    name: name.trim(),
    nameEn: nameEn.trim(),
    stages: stages.map(stage => ({
      ...stage,
      id: stage.id ?? null,
      normalDays: stage.normalDays ?? null,
      required: stage.required ?? [],
    })),
  });
  const change = (values: Values, version: number) =>
    http.put<Pipeline>(`/api/pipelines/${record!.id}`, {
      ...body(values),
      version,
      position: record!.position,
      retired: values.retired ?? false,
    } satisfies Document<'EditPipeline'>);
  const stageNames = (stages: unknown) =>
    (stages as EnteredStage[] | undefined)?.map(({ name }) => name).join(' → ');
  const stale = useStale<Values>({
    fields: [
      { key: 'name', label: t('opportunities.pipelines.name') },
      { key: 'nameEn', label: t('opportunities.pipelines.nameEn') },
      { key: 'stages', label: t('opportunities.pipelines.stages'), render: stageNames },
    ],
    shown: current => valuesOf(current as unknown as Pipeline),
    again: change,
    onDone: () => {
      void changed();
      onClose();
    },
  });
  const needed = [{ required: true, message: t('opportunities.pipelines.nameRequired') }];
  const text = [{ ...needed[0], whitespace: true }];

  return (
    <>
      <FormDrawer<Values, Pipeline>
        open
        title={record ? t('opportunities.pipelines.editTitle') : t('opportunities.pipelines.add')}
        width={1080}
        onClose={onClose}
        initial={record ? valuesOf(record) : { stages: begin }}
        save={(values, idempotencyKey) =>
          record
            ? change(values, record.version)
            : http.post<Pipeline>('/api/pipelines', body(values), { idempotencyKey })
        }
        onSaved={saved => {
          void changed();
          saved.warnings.forEach(warning => void message.warning(warning.message, 8));
        }}
        onStale={stale.onStale}
      >
        {form => {
          const nameOf = (index: number) => {
            const stage = form.getFieldValue(['stages', index]) as EnteredStage | undefined;
            return (
              (i18n.language === 'en' ? stage?.nameEn : stage?.name) ||
              t('opportunities.pipelines.stage', { number: index + 1 })
            );
          };
          return (
            <>
              <Pair>
                <Form.Item name="name" label={t('opportunities.pipelines.name')} rules={text}>
                  <Input autoFocus maxLength={100} />
                </Form.Item>
                <Form.Item name="nameEn" label={t('opportunities.pipelines.nameEn')} rules={text}>
                  <Input maxLength={100} />
                </Form.Item>
              </Pair>
              <h3 className={styles.stagesTitle}>{t('opportunities.pipelines.stages')}</h3>
              <p className={styles.hint}>{t('opportunities.pipelines.removeHint')}</p>
              <Form.List name="stages">
                {(rows, { add, remove, move }, { errors }) => (
                  <>
                    <ol className={styles.stages}>
                      {rows.map(({ key, name: at }, index) => (
                        <li key={key} aria-label={t('opportunities.pipelines.stage', { number: index + 1 })}>
                          <Form.Item name={[at, 'id']} hidden>
                            <Input />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'name']}
                            label={t('opportunities.pipelines.stageName')}
                            rules={text}
                          >
                            <Input maxLength={100} />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'nameEn']}
                            label={t('opportunities.pipelines.stageNameEn')}
                            rules={text}
                          >
                            <Input maxLength={100} />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'outcome']}
                            label={t('opportunities.pipelines.outcome')}
                            rules={needed}
                          >
                            <Select
                              options={outcomes.map(value => ({
                                value,
                                label: t(`opportunities.outcomes.${value}`),
                              }))}
                            />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'probability']}
                            label={t('opportunities.pipelines.probability')}
                            rules={needed}
                          >
                            <InputNumber min={0} max={100} controls={false} />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'category']}
                            label={t('opportunities.pipelines.category')}
                            rules={needed}
                          >
                            <Select
                              options={categories.map(value => ({
                                value,
                                label: t(`opportunities.categories.${value}`),
                              }))}
                            />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'normalDays']}
                            label={t('opportunities.pipelines.normalDays')}
                          >
                            <InputNumber min={1} precision={0} controls={false} />
                          </Form.Item>
                          <Form.Item
                            name={[at, 'required']}
                            label={t('opportunities.pipelines.required')}
                            className={styles.required ?? ''}
                          >
                            <Select
                              mode="multiple"
                              maxTagCount="responsive"
                              options={requirements.map(value => ({
                                value,
                                label: t(`opportunities.pipelines.requirement.${value}`),
                              }))}
                            />
                          </Form.Item>
                          <span className={styles.stageActions}>
                            <LineButtons
                              name={nameOf(at)}
                              index={index}
                              count={rows.length}
                              onMove={move}
                              onRemove={() => remove(at)}
                            />
                          </span>
                        </li>
                      ))}
                    </ol>
                    <Form.ErrorList errors={errors} />
                    <Button
                      icon={<PlusOutlined />}
                      onClick={() =>
                        add(
                          { outcome: 'OPEN', probability: 50, category: 'PIPELINE', required: [] },
                          // New stages come after the open ones, before the ends.
                          ((form.getFieldValue('stages') as EnteredStage[]) ?? []).filter(
                            ({ outcome }) => outcome === 'OPEN',
                          ).length,
                        )
                      }
                    >
                      {t('opportunities.pipelines.addStage')}
                    </Button>
                  </>
                )}
              </Form.List>
              {record && (count > 1 || record.retired) && (
                <Form.Item name="retired" valuePropName="checked" style={{ marginTop: 24 }}>
                  <Checkbox>{t('opportunities.pipelines.retiredHint')}</Checkbox>
                </Form.Item>
              )}
            </>
          );
        }}
      </FormDrawer>
      {stale.dialog}
    </>
  );
}
