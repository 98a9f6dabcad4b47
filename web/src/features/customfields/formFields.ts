import type { FormSection, LaidOutType } from '@/shared/layouts/data';

type Known = { title: string | null; fields: string[] };

/** The fields of each form in the order it was made in, without those the company added; titles are texts. */
export const formFields: Record<LaidOutType, Known[]> = {
  customers: [
    { title: null, fields: ['name', 'level', 'status', 'industry', 'phone', 'owner'] },
    {
      title: 'customers.group.company',
      fields: ['creditCode', 'shortName', 'nameEn', 'employees', 'annualRevenue', 'parent'],
    },
    {
      title: 'customers.group.place',
      fields: ['country', 'province', 'city', 'district', 'address', 'site'],
    },
    { title: 'customers.group.more', fields: ['source', 'tags', 'description'] },
  ],
  contacts: [
    { title: null, fields: ['name', 'title', 'department', 'mobile', 'email', 'role', 'main'] },
    { title: 'customers.contacts.more', fields: ['phone', 'wechat', 'birthday', 'note'] },
  ],
  opportunities: [
    {
      title: null,
      fields: [
        'name',
        'customer',
        'stage',
        'amount',
        'expectedClose',
        'nextStep',
        'nextStepOn',
        'contacts',
        'lines',
      ],
    },
    {
      title: 'opportunities.group.more',
      fields: ['source', 'competitor', 'currency', 'owner', 'description'],
    },
  ],
  products: [
    {
      title: null,
      fields: [
        'name',
        'nameEn',
        'code',
        'category',
        'series',
        'grade',
        'unit',
        'status',
        'prices',
        'aliases',
      ],
    },
    { title: 'products.field.description', fields: ['description'] },
  ],
};

/** What a form cannot do without. */
export const needed = ['name', 'customer', 'stage'];

/** A line of the designer: a heading or a field. */
export type Line =
  | { kind: 'section'; key: string; title: string; titleEn: string; folded: boolean }
  | { kind: 'hidden'; key: 'hidden' }
  | { kind: 'field'; key: string };

let made = 0;
export const newSection = (title = '', titleEn = '', folded = false): Line => ({
  kind: 'section',
  key: `section-${++made}`,
  title,
  titleEn,
  folded,
});

/** Sections and what is hidden as one list of lines; fields that are in neither come before what is hidden. */
export function linesOf(sections: FormSection[], hidden: string[], all: string[]): Line[] {
  const placed = new Set([...sections.flatMap(section => section.fields), ...hidden]);
  const field = (key: string): Line => ({ kind: 'field', key });
  const known = (keys: string[]) => keys.filter(key => all.includes(key)).map(field);
  return [
    ...sections.flatMap(({ title, titleEn, folded, fields }) => [
      newSection(title ?? '', titleEn ?? '', folded),
      ...known(fields),
    ]),
    ...all.filter(key => !placed.has(key)).map(field),
    { kind: 'hidden', key: 'hidden' },
    ...known(hidden),
  ];
}

/** The other way round; what stands before the first heading has none. */
export function layoutOf(lines: Line[]): { sections: FormSection[]; hidden: string[] } {
  const sections: FormSection[] = [];
  const hidden: string[] = [];
  let isHidden = false;
  for (const line of lines) {
    if (line.kind === 'hidden') isHidden = true;
    else if (line.kind === 'section') {
      const { title, titleEn, folded } = line;
      sections.push({ title: title.trim() || null, titleEn: titleEn.trim() || null, folded, fields: [] });
    } else if (isHidden) hidden.push(line.key);
    else {
      if (sections.length === 0) sections.push({ title: null, titleEn: null, folded: false, fields: [] });
      sections.at(-1)!.fields.push(line.key);
    }
  }
  return { sections: sections.filter(section => section.fields.length > 0), hidden };
}

/** The same lines with what is hidden at the end: no heading stands below it, and nothing needed. */
export function tidy(lines: Line[]): Line[] {
  const at = lines.findIndex(({ kind }) => kind === 'hidden');
  const below = lines.slice(at + 1);
  const back = below.filter(line => line.kind !== 'field' || needed.includes(line.key));
  return [...lines.slice(0, at), ...back, lines[at]!, ...below.filter(line => !back.includes(line))];
}
