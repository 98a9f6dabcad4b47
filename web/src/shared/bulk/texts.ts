import { late } from '@/shared/i18n/late';
import type { Texts } from '@/shared/i18n/texts';

const zh = {
  edit: '批量修改',
  delete: '删除',
  merge: '合并',
  fields: '要修改的字段',
  addField: '选择字段',
  value: '新的值',
  leaveEmpty: '留空表示清空该字段。',
  apply: '修改 {{number}} 条',
  editTitle: '批量修改 {{number}} 条记录',
  deleteTitle: '删除 {{number}} 条记录？',
  deleteText: '记录会进入回收站，30 天内可以恢复。仍被其他记录引用的不会被删除，结果中会说明原因。',
  resultTitle: '处理结果',
  done: '已完成 {{number}}',
  unchanged: '无需修改 {{number}}',
  refused: '未能处理 {{number}}',
  refusedList: '未能处理的记录',
  allOutcomes: '查看全部结果',
  background: '任务在后台继续，可以关闭此窗口，稍后在“后台任务”查看。',
  cell: {
    edit: '修改{{label}}',
    save: '保存',
    cancel: '取消',
    hint: 'Enter 保存，Esc 取消',
  },
  merging: {
    title: '合并两条记录',
    text: '选择保留哪一条，再逐项选择要保留的值。另一条上的联系人、商机、跟进、待办、评论和附件都会转到保留的记录。30 天内可以撤销。',
    keep: '保留这一条',
    goes: '并入后消失',
    kept: '保留',
    field: '字段',
    same: '相同的字段 {{number}} 项',
    ok: '合并',
    done: '已合并到“{{name}}”',
    undo: '撤销',
    undone: '已撤销合并',
    confirm: '将“{{gone}}”并入“{{kept}}”',
  },
};
const en: Texts<typeof zh> = {
  edit: 'Edit',
  delete: 'Delete',
  merge: 'Merge',
  fields: 'Fields to change',
  addField: 'Choose a field',
  value: 'New value',
  leaveEmpty: 'Left empty, the field is cleared.',
  apply: 'Change {{number}}',
  editTitle: 'Edit {{number}} records',
  deleteTitle: 'Delete {{number}} records?',
  deleteText:
    'They go into the recycle bin and can be put back for 30 days. What others still refer to stays; the result says why.',
  resultTitle: 'Result',
  done: '{{number}} done',
  unchanged: '{{number}} with nothing to change',
  refused: '{{number}} not done',
  refusedList: 'Records that were not done',
  allOutcomes: 'See all results',
  background: 'The work goes on in the background. You may close this and look under “Jobs” later.',
  cell: {
    edit: 'Change {{label}}',
    save: 'Save',
    cancel: 'Cancel',
    hint: 'Enter saves, Esc cancels',
  },
  merging: {
    title: 'Merge two records',
    text: 'Choose which one stays, then the value to keep of each field. Contacts, deals, follow-ups, tasks, comments and files of the other go to the one that stays. For 30 days this can be undone.',
    keep: 'Keep this one',
    goes: 'Goes into the other',
    kept: 'Stays',
    field: 'Field',
    same: '{{number}} fields are the same',
    ok: 'Merge',
    done: 'Merged into “{{name}}”',
    undo: 'Undo',
    undone: 'The merge is undone',
    confirm: '“{{gone}}” goes into “{{kept}}”',
  },
};

declare module '@/shared/i18n/late' {
  interface LateTexts {
    bulk: typeof zh;
  }
}
late({ bulk: zh }, { bulk: en });
