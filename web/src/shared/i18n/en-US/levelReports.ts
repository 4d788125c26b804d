import type { Shape } from '@/shared/i18n/shape'
import type zh from '@/shared/i18n/zh-CN/levelReports'

const texts: Shape<typeof zh> = {
  title: 'Level reports',
  hint: 'Faults of level III and graver are reported at once to those who have to know, who acknowledge; silence goes up',
  none: 'No level reports',
  noneHint: 'They are sent when a fault is graded level III or graver; the rules are under Agreements, Level reports.',
  mine: 'Waiting for me',
  people: '{{role}}, {{over}}',
  nobody: 'Nobody holds the role',
}
export default texts
