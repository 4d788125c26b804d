import type zhCN from '@/shared/i18n/zh-CN/robots'
import type { Shape } from '@/shared/i18n/shape'

export default {
  title: 'Group robots',
  intro: 'Post what concerns a team into its group in WeCom, DingTalk or Feishu',
  none: 'No group robots yet',
  noneHint:
    'Add a custom robot in the settings of a group, then register its address here. From then on Hengwei can post into the group for your unit, and its members know at once without signing in.',
  new: 'New robot',
  search: 'Search by name',
  name: 'Name',
  nameHint: 'Say which group it is, such as “Network on duty”',
  kind: 'Platform',
  unit: 'Unit',
  active: 'State',
  on: 'In use',
  off: 'Switched off',
  latest: 'Latest message',
  webhook: 'Webhook address',
  addressSealed: 'Kept sealed ({{host}})',
  accessKept:
    'Kept sealed ({{host}}) and not shown again; leave it empty to keep address and secret, fill it in to replace both',
  where: {
    WECOM: 'WeCom: group settings → message push (group robot) → add, and copy its webhook address',
    DINGTALK:
      'DingTalk: group settings → robots → custom; choose signing for its security, and copy address and secret',
    FEISHU: 'Feishu: group settings → bots → custom bot; turn on signature verification, and copy address and secret',
  },
  secret: 'Signing secret',
  secretHint: 'Kept sealed with the address and not shown again; empty for a robot that verifies no signature',
  secretThere: 'Kept',
  secretNone: 'None',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  switchOffSure: 'Switch off “{{name}}”? Nothing is posted into this group any more, nor what waits already.',
  trial: 'Send a test message',
  trialWell: 'The robot has taken it; look into the group',
  trialFailed: 'The test message was not posted',
  trialSaid: '{{why}}: {{said}}',
  log: 'Send log',
  logNone: 'Nothing has been posted yet',
  attempts: '{{count}} attempts',
  nextAt: 'next attempt {{at}}',
} satisfies Shape<typeof zhCN>
