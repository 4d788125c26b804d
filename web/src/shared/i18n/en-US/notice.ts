import type zh from '@/shared/i18n/zh-CN/notice'
import type { Shape } from '@/shared/i18n/shape'

const notice: Shape<typeof zh> = {
  arrived: '{{number}} is new, please confirm: {{title}}',
  assigned: '{{number}} was assigned to you: {{title}}',
  groupAssigned: '{{number}} was assigned to your group: {{title}}',
  noted: '{{by}} added a work note to {{number}}: {{title}}',
  commented: '{{by}} commented on {{number}}: {{title}}',
  moved: '{{number}} is now “{{state}}” ({{by}}: {{command}}): {{title}}',
  changed: '{{number}}, “{{command}}” by {{by}}: {{title}}',
  warning: 'The {{clock}} limit of {{number}} is about to expire: {{title}}',
  escalated: '{{percent}} % of the {{clock}} limit of {{number}} is used up: {{title}}',
  breached: 'The {{clock}} limit of {{number}} was missed: {{title}}',
  verify: 'Please verify {{number}}: {{title}}',
  toReview: '{{number}} asks for your review: {{title}}',
  reported: '{{number}} is graded {{level}}; please acknowledge: {{title}}',
  overdue: '{{number}} is overdue, please see to it: {{title}}',
  ending:
    'Your temporary account is about to end ({{number}}); your department applies for more time if you need it: {{title}}',
  asked: '{{number}} asks for your approval: {{title}}',
}
export default notice
