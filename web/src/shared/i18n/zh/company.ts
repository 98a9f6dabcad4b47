export const company = {
  title: '公司设置',
  text: '币种、时区和财年起始月决定全公司的金额、日期和期间怎么算。',
  saved: '公司设置已保存。',
  demo: '这是演示公司，其中的数据都是虚构的。',
};
