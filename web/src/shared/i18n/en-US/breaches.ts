import type zh from '@/shared/i18n/zh-CN/breaches'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Breaches',
  hint: 'Each missed limit has a cause and a measure',
  none: 'No limit was missed',
  noneHint: 'A limit that is missed stands here until cause and measure are written down.',
  account: 'Cause and measure',
  lacking: 'Without',
  unaccounted: 'Not accounted for',
  running: 'Still running',
  met: 'Kept instead',
  known: 'Missed or kept',
  compliance: 'Compliance',
  complianceHint: 'Kept and missed limits; a missed one counts at the moment it was missed',
  rate: 'Kept',
  metCount: 'In time',
  missedCount: 'Missed',
  byMonth: 'By month',
  month: 'Month',
  byLevel: 'By level',
  byPriority: 'By priority',
  byUnit: 'By unit',
  byGroup: 'By group',
  bySystem: 'By system',
  nobody: '(none)',
  others: 'Others',
  why: 'What happened',
  noLimits: 'No limit was kept or missed in this period',
  noLimitsHint: 'Try another period, unit or limit',
  act: 'Act',
}
export default texts
