import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { http, type Document } from '@/shared/api';
import type { Candidate } from './types';

/** What was typed so far, by which a customer may be recognised. */
export type Probe = Omit<Document<'Probe'>, 'except'>;

/** The domain of a website, by which e-mail addresses of the same company are found too. */
export const domainOf = (site: string | null | undefined) =>
  site
    ?.trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/:?#].*$/, '')
    .replace(/^www\./i, '') || null;

/** A domain that is written to its end. */
const whole = /^(?:\S+@)?[^\s@.]+(?:\.[^\s@.]+)*\.[^\s@.]{2,}$/;
const chinese = /\p{Script=Han}/u;
const said = (text: string | null | undefined, least: number) => {
  const trimmed = text?.trim() ?? '';
  return trimmed.length >= least ? trimmed : null;
};
const named = (text: string | null | undefined) => said(text, chinese.test(text ?? '') ? 2 : 3);

/** Only what is long enough to tell companies apart; nothing when none of it is. */
export function worthAsking(probe: Probe): Probe | null {
  const asked = {
    name: named(probe.name),
    nameEn: named(probe.nameEn),
    creditCode: said(probe.creditCode, 18),
    phone: said(probe.phone?.replace(/[^\d+]/g, ''), 7),
    email: whole.test(probe.email?.trim() ?? '') ? probe.email!.trim() : null,
  };
  return Object.values(asked).some(value => value !== null) ? asked : null;
}

export const findSimilar = (probe: Probe, except: string | null, signal?: AbortSignal) =>
  http.post<Candidate[]>('/api/customers/duplicates', { ...probe, except } satisfies Document<'Probe'>, {
    signal,
  });

const pause = 350;

/** The customers that resemble what is being typed, asked for when the person pauses. */
export function useSimilar(typed: Probe, except: string | null) {
  const text = JSON.stringify(worthAsking(typed));
  const [settled, setSettled] = useState('null');
  useEffect(() => {
    if (text === settled) return;
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text, settled]);
  const probe = JSON.parse(settled) as Probe | null;
  return useQuery({
    queryKey: ['customers-similar', settled, except],
    queryFn: ({ signal }) => findSimilar(probe!, except, signal),
    enabled: probe !== null && text !== 'null',
  });
}
