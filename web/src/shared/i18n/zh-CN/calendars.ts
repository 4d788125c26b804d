export default {
  title: '工作日历',
  hint: '工作时间按日历计算，时限在非工作时间不计时',
  previous: '上个月',
  next: '下个月',
  today: '本月',
  version: '第 {{version}} 版，时区 {{zone}}，来源：{{source}}',
  week: { mon: '一', tue: '二', wed: '三', thu: '四', fri: '五', sat: '六', sun: '日' },
}
