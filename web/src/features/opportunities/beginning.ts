import { Form, type FormInstance } from 'antd';
import { usePipelines } from './data';
import type { OpportunityValues } from './fields';
import type { Pipeline, Requirement, Stage } from './types';

export type Beginning = { pipelines: Pipeline[]; stages: Stage[]; stage: Stage | undefined };

/** Where an opportunity begins: as chosen, or else where the server puts it, in the first stage of the first pipeline. */
export function beginningOf(
  all: Pipeline[],
  { pipeline, stage }: Pick<OpportunityValues, 'pipeline' | 'stage'>,
): Beginning {
  const pipelines = all.filter(({ retired }) => !retired);
  const chosen = pipeline ? pipelines.find(({ id }) => id === pipeline) : pipelines[0];
  const stages = chosen?.stages.filter(({ outcome, retired }) => outcome === 'OPEN' && !retired) ?? [];
  return { pipelines, stages, stage: stage ? stages.find(({ id }) => id === stage) : stages[0] };
}

/** The beginning a form speaks of, and whether its stage asks for something on entry. */
export function useBeginning(form: FormInstance<OpportunityValues>, isNew: boolean) {
  const pipeline = Form.useWatch('pipeline', form) ?? null;
  const stage = Form.useWatch('stage', form) ?? null;
  const pipelines = usePipelines().data ?? [];
  const beginning = beginningOf(pipelines, { pipeline, stage });
  const needs = (field: Requirement) => isNew && (beginning.stage?.required.includes(field) ?? false);
  return { ...beginning, needs };
}
