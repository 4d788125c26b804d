export default {
  arrived: '{{number}} 新登记，请确认：{{title}}',
  assigned: '{{number}} 派给您处理：{{title}}',
  groupAssigned: '{{number}} 派给了您所在的组：{{title}}',
  noted: '{{by}} 在 {{number}} 中记了内部备注：{{title}}',
  commented: '{{by}} 在 {{number}} 中留言：{{title}}',
  moved: '{{number}} 转为“{{state}}”（{{by}}：{{command}}）：{{title}}',
  changed: '{{by}} 对 {{number}} 执行了“{{command}}”：{{title}}',
  warning: '{{number}} 的{{clock}}时限即将到期：{{title}}',
  breached: '{{number}} 的{{clock}}已超时：{{title}}',
  verify: '{{number}} 请您做业务验证：{{title}}',
  asked: '{{number}} 请您审批：{{title}}',
}
