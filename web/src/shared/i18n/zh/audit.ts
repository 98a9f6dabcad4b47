export const audit = {
  changes: '变更内容',
  noChanges: '没有字段变更',
  changed: '{{fields}}',
  andMore: '{{fields}} 等 {{number}} 项',
  arrow: '改为',
  field: '字段',
  before: '变更前',
  after: '变更后',
  notFound: '这条记录不在当前页，请在列表里再次打开。',
};
