export default {
  title: '工单',
  new: '新建工单',
  none: '还没有工单',
  noneHint: '从事件派出或直接新建的工单会出现在这里',
  raise: '提出',
  raised: '已提出 {{number}}',
  fields: {
    type: '类型',
    title: '标题',
    instructions: '工作要求',
    unit: '单位',
    group: '处理组',
    assignee: '处理人',
    priority: '优先级',
    dueAt: '要求完成时间',
  },
}
