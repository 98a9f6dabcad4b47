import { late } from '@/shared/i18n/late';
import type { Texts } from '@/shared/i18n/texts';

const zh = {
  restore: '恢复',
  part: '撤销合并',
  purge: '彻底删除',
  restored: '已恢复“{{name}}”',
  purged: '已彻底删除',
  restoreMany: '恢复 {{number}} 条记录？',
  purgeMany: '彻底删除 {{number}} 条记录？',
  purgeOne: '彻底删除“{{name}}”？',
  restoreText: '每条记录连同当时一起删除的内容都会恢复原样。不能恢复的会在结果中说明原因。',
  purgeText: '之后无法再恢复。',
  until: '保留到 {{day}}，之后自动彻底删除。',
  mergedUntil: '这条记录已并入另一条，{{day}} 之前可以撤销合并。',
  gone: '它已不在回收站',
  empty: '回收站是空的',
};
const en: Texts<typeof zh> = {
  restore: 'Put back',
  part: 'Undo the merge',
  purge: 'Delete for good',
  restored: '“{{name}}” is back',
  purged: 'Deleted for good',
  restoreMany: 'Put back {{number}} records?',
  purgeMany: 'Delete {{number}} records for good?',
  purgeOne: 'Delete “{{name}}” for good?',
  restoreText:
    'Each comes back as it was, with all that was deleted with it. The result says why some could not.',
  purgeText: 'It cannot be put back afterwards.',
  until: 'Kept until {{day}}, then deleted for good.',
  mergedUntil: 'This record was merged into another. Until {{day}} the merge can be undone.',
  gone: 'It is not in the bin any more',
  empty: 'The recycle bin is empty',
};

declare module '@/shared/i18n/late' {
  interface LateTexts {
    bin: typeof zh;
  }
}
late({ bin: zh }, { bin: en });
