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
  audit: {
    'block-interval': '多久封存一次',
    'review-interval': '日志审查周期',
    'review-limit': '日志审查办理期限',
    'night-from': '管理员夜间登录：从几点起',
    'night-until': '管理员夜间登录：到几点止',
    'exported-rows-a-day': '一天导出多少行算批量导出',
    'exports-a-day': '一天导出多少次算批量导出',
    'refusals-an-hour': '一小时被拒绝多少次算异常',
    'failed-sign-ins-an-hour': '一小时登录失败多少次算异常',
    'short-grant': '授权后多久内收回算异常',
  },
}
