import type zh from '@/shared/i18n/zh-CN/mywork'
import type { Shape } from '@/shared/i18n/shape'

const mywork: Shape<typeof zh> = {
  title: 'My work',
  waiting: 'Waiting for me',
  breaching: 'Due soon or overdue',
  watching: 'Watching',
  waitingNone: 'Nothing waits for you',
  waitingHint: 'Work assigned to you or your groups appears here',
  breachingNone: 'Nothing is about to miss its limit',
  watchingNone: 'You watch no records yet',
  watchingHint: 'Press “Watch” on a record to be told of its changes',
  open: 'Open',
  overdue: 'Overdue',
  unassigned: 'Unassigned',
  counts: 'My units at a glance',
  greeting: '{{name}}, {{unit}}',
}
export default mywork
