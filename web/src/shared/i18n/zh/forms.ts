export const forms = {
  discard: {
    title: '放弃未保存的修改？',
    text: '离开后，刚才填写的内容会丢失。',
    stay: '继续编辑',
    leave: '放弃修改',
  },
  stale: {
    title: '这条记录刚被别人修改',
    text: '您编辑期间，下列内容已有变化。请选择以谁为准。',
    field: '字段',
    theirs: '现在的内容',
    mine: '我填写的',
    reload: '采用现在的内容',
    reapply: '用我填写的覆盖',
    same: '没有互相冲突的字段。',
  },
  person: '选择人员',
  record: '搜索并选择',
  nothingFound: '没有找到',
  amount: '金额',
  currency: '币种',
};
