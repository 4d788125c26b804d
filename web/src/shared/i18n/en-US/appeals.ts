import type zh from '@/shared/i18n/zh-CN/appeals'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Appeals',
  submit: 'Lodge the appeal',
  hint: 'Against a stretch that should not have been counted; somebody else decides, and what is upheld is taken back',
  none: 'No appeals',
  noneHint: 'Appeal against a counted stretch where the time of a record is explained.',
  appeal: 'Appeal',
  lodge: 'Appeal against this stretch',
  reason: 'Reason',
  reasonHint: 'Attach what proves it on the page of the appeal',
  waiting: 'Waits for the decision of somebody else who may decide',
  notLater: 'Not later than now',
  mine: 'Lodged by me',
}
export default texts
