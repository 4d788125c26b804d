import type zh from '@/shared/i18n/zh-CN/calendars'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Calendars',
  hint: 'Working time is counted by a calendar; limits stand still outside of it',
  previous: 'Previous month',
  next: 'Next month',
  today: 'This month',
  version: 'Version {{version}}, time zone {{zone}}, source: {{source}}',
  week: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
}
export default texts
