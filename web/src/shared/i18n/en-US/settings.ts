import type zh from '@/shared/i18n/zh-CN/settings'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Settings',
  hint: 'Every figure of the rules: what it is now, and who says so',
  search: 'Search by name, key or clause',
  onlyProposed: 'Only proposed values',
  proposed: 'Proposed',
  proposedHint:
    'The rules leave this open. The product proposes it; it is no policy until the organisation confirms it',
  default: 'Default',
  isDefault: 'Default value',
  table: 'A table',
  where: 'Origin',
  for: 'For',
  trace: 'Where this value comes from',
  inForce: 'In force',
  saysNothing: 'Not set, follows the next',
  since: 'since {{at}}',
  history: 'History',
  noHistory: 'Never changed',
  clause: 'Source: {{clause}}',
  noClause: 'The rules do not say',
  seconds: '{{count}} s',
  units: { MB: 'MB', B: 'bytes', '%': '%', minutes: 'minutes', days: 'days', rows: 'rows' },
  modules: {
    sla: 'Service levels',
    incident: 'Incidents',
    identity: 'Accounts and sign-in',
    document: 'Attachments and exports',
    monitoring: 'Monitoring',
    notification: 'Notices',
    record: 'Records',
    import: 'Import',
  },
}
export default texts
