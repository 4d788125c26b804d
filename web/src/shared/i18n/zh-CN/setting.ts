export default {
  sla: {
    confirm: '确认时限',
    response: {
      'level-i': 'I 级故障响应时限',
      'level-ii': 'II 级故障响应时限',
      'level-iii': 'III 级故障响应时限',
      'level-iv': 'IV 级故障响应时限',
    },
    restore: {
      a: {
        'level-i': 'A 类系统 I 级故障恢复时限',
        'level-ii': 'A 类系统 II 级故障恢复时限',
        'level-iii': 'A 类系统 III 级故障恢复时限',
        'level-iv': 'A 类系统 IV 级故障恢复时限',
      },
      b: {
        'level-i': 'B 类系统 I 级故障恢复时限',
        'level-ii': 'B 类系统 II 级故障恢复时限',
        'level-iii': 'B 类系统 III 级故障恢复时限',
        'level-iv': 'B 类系统 IV 级故障恢复时限',
      },
      c: {
        'level-i': 'C 类系统 I 级故障恢复时限',
        'level-ii': 'C 类系统 II 级故障恢复时限',
        'level-iii': 'C 类系统 III 级故障恢复时限',
        'level-iv': 'C 类系统 IV 级故障恢复时限',
      },
    },
    'warning-percent': '时限用去多少时预警',
    calendar: {
      confirm: '确认时限用的日历',
      'level-i': 'I 级故障用的日历',
      'level-ii': 'II 级故障用的日历',
      'level-iii': 'III 级故障用的日历',
      'level-iv': 'IV 级故障用的日历',
    },
  },
  incident: {
    'confirm-limit': '确认时限',
    'priority-matrix': '优先级矩阵（紧急程度 × 影响范围）',
    'level-rules': '故障级别判定规则',
  },
  record: {
    'due-soon': '即将到期的时限范围',
  },
  identity: {
    'session-idle': '无操作自动退出',
    'session-longest': '一次登录的最长时间',
    'sign-in-attempts': '密码连续输错几次后锁定',
    'sign-in-lock': '锁定多久',
    'shortest-password': '密码最短长度',
    'password-kinds': '密码须包含的字符种类',
    'password-longest-run': '密码中连续或重复字符的最大长度',
    'password-history': '不能重用最近几次的密码',
    'password-age': '密码有效期（人员）',
    'password-age-integration': '密码有效期（接口账号）',
    'password-warning': '密码到期前多久提醒',
    'parallel-sessions': '一个账号在两处同时使用时',
    'second-factor-roles': '必须使用验证器的角色',
    'key-operations': '须再次验证身份的关键操作（权限）',
    'fresh-authentication': '身份验证多久内有效',
  },
  notification: {
    email: '发送邮件通知',
    'email-attempts': '邮件最多尝试次数',
    'old-news': '多久以前的事不再通知',
  },
  import: {
    'largest-file': '导入文件大小上限',
  },
  document: {
    'largest-file': '附件大小上限',
    'allowed-kinds': '允许的附件类型',
    'export-rows': '导出行数上限',
  },
  monitoring: {
    'largest-delivery': '一次告警推送的大小上限',
    'note-interval': '同一告警重复记录的最短间隔',
    'searched-back': '按文字查找告警时回溯多久',
  },
  approval: {
    rules: '需要审批的操作与审批链',
    'last-resort': '规则找不到审批人时由谁审批',
    release: '批准后由提交人执行的，多久之内有效',
    'urge-pause': '两次催办的最短间隔',
    longest: '无人处理的审批多久后过期',
  },
}
