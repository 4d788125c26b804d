import type zh from '@/shared/i18n/zh-CN/operation'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Operation',
  hint: 'Every change is written to the journal first; consumers work through it line by line',
  consumers: 'Consumers',
  name: 'Name',
  position: 'Position',
  head: 'Newest',
  lag: 'Lag',
  lagWords: '{{lines}} lines, {{duration}}',
  current: 'None',
  replay: 'Replay',
  replayTitle: 'Replay {{name}}',
  replayHint:
    'Works through the journal again from this line. Consumers are idempotent: nothing is told or counted twice',
  fromSeq: 'From line',
  replayed: 'Replay has begun',
  sealer: 'Sealer',
  sealedAt: 'Last sealed',
  horizon: 'Sealed up to',
  epoch: 'Epoch',
  blocking: 'A long transaction holds up the sealer',
  blockingDetail: 'Process {{pid}}, since {{since}}',
  notBlocked: 'Nothing blocks it',
  none: 'No consumers',
  names: {
    notification: 'Notices',
    sla: 'Time limits',
    search: 'Search',
    monitoring: 'Monitoring',
    report: 'Statistics',
    live: 'Live updates',
    workorder: 'Work order feedback',
    incident: 'Incidents',
    servicedesk: 'Service desk',
    audit: 'Audit',
  },
}
export default texts
