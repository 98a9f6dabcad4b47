import { expect, test } from 'vitest';
import { layoutOf, linesOf, tidy } from './formFields';

test('a layout is the same after it was taken apart into lines', () => {
  const sections = [
    { title: null, titleEn: null, folded: false, fields: ['name', 'phone'] },
    { title: '公司', titleEn: 'Company', folded: true, fields: ['site'] },
  ];
  const lines = linesOf(sections, ['tags'], ['name', 'phone', 'site', 'tags']);
  expect(layoutOf(lines)).toEqual({ sections, hidden: ['tags'] });
});

test('fields that came later follow at the end, and those that went are left out', () => {
  const sections = [{ title: null, titleEn: null, folded: false, fields: ['name', 'gone'] }];
  expect(layoutOf(linesOf(sections, [], ['name', 'custom.new']))).toEqual({
    sections: [{ ...sections[0], fields: ['name', 'custom.new'] }],
    hidden: [],
  });
});

test('what a form needs is not hidden, nor are headings', () => {
  const lines = linesOf(
    [{ title: '一', titleEn: null, folded: false, fields: ['phone'] }],
    [],
    ['name', 'phone'],
  );
  const name = lines.find(({ key }) => key === 'name')!;
  const heading = lines[0]!;
  const moved = [...lines.filter(line => line !== name && line !== heading), heading, name];
  expect(layoutOf(tidy(moved))).toEqual({
    sections: [
      { title: null, titleEn: null, folded: false, fields: ['phone'] },
      { title: '一', titleEn: null, folded: false, fields: ['name'] },
    ],
    hidden: [],
  });
});
