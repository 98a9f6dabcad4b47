export const charts = {
  showTable: '以表格查看“{{title}}”',
  showChart: '以图表查看“{{title}}”',
  empty: '这个范围内没有数据',
  target: '目标',
};
