import type zh from '@/shared/i18n/zh-CN/alerts'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Received alerts',
  search: 'Search by alert or source',
  hint: 'Everything monitoring has sent, and what became of it',
  name: 'Alert',
  unnamed: 'Unnamed',
  fate: 'What became of it',
  incident: 'Incident',
  status: 'Status',
  severity: 'Severity',
  source: 'Source',
  receivedAt: 'Received',
  reason: 'Explanation',
  fingerprint: 'Fingerprint',
  event: 'Alert',
  raw: 'As received',
  copyRaw: 'Copy as received',
  replay: 'Process again',
  replaySure: 'Process this alert again?',
  replayHint: 'Goes through the present rules once more; nothing is opened twice',
  replayed: 'Processed again',
  none: 'No alerts received yet',
  noneHint: 'Point a webhook of Alertmanager at /api/intake/alertmanager, with an API token that may receive alerts',
}
export default texts
