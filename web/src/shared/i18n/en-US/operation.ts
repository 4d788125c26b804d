import type zh from '@/shared/i18n/zh-CN/operation'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Operation',
  hint: 'Every change is written to the journal first; consumers work through it line by line',
  consumers: 'Consumers',
  lagWords: '{{lines}} lines, {{duration}}',
  current: 'Up to date',
  replay: 'Replay',
  replayTitle: 'Replay {{name}}',
  replayHint:
    'Works through the journal again from this line. Consumers are idempotent: nothing is told or counted twice',
  fromSeq: 'From line',
  sealer: 'Sealer',
  sealedAt: 'Last sealed',
  horizon: 'Sealed up to',
  epoch: 'Epoch',
  blocking: 'A long transaction holds up the sealer',
  blockingDetail: 'Process {{pid}}, since {{since}}',
  notBlocked: 'Nothing blocks it',
  none: 'No consumers',
  standing: 'Stands at line {{line}} since {{since}}; tried again at {{retry}}',
  loops: 'Loops of this node',
  loopsWell: 'All {{count}} go well',
  loopFails: '{{name}} has failed since {{since}}, {{count}} times in a row',
  loopNames: {
    vault: 'Confidential passwords',
    'master-key': 'Change of the master key',
    backup: 'Backups and verifications',
    account: 'Accounts: ends and activation',
    approval: 'Approvals: time and carrying out',
    journal: 'Journal: sealing and consumers',
    clocks: 'Time limits',
    alerts: 'Alert handling',
    'alert-intake': 'Alert intake',
    'live-wire': 'Live news between nodes',
    ledger: 'Sealing of the ledger',
    verification: 'Verification of the ledger',
    'log-reviews': 'Schedule of log reviews',
  },
  names: {
    notification: 'Notices',
    search: 'Search',
    anomalies: 'Anomalies',
  },
}
export default texts
