export default {
  title: '计时申诉',
  submit: '提交申诉',
  hint: '认为某段时间不应计入时提出，由他人裁定；成立后扣除这段时间',
  none: '没有申诉',
  noneHint: '在记录的“计时说明”中，对计入的时段提出申诉。',
  appeal: '申诉',
  lodge: '对这段时间提出申诉',
  reason: '理由',
  reasonHint: '提出后请在申诉页上传证明材料',
  waiting: '等待裁定：由提出人以外有权裁定的人处理',
  notLater: '不晚于现在',
  mine: '我提出的',
}
