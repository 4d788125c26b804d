import type zh from '@/shared/i18n/zh-CN/workorder'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Work orders',
  new: 'New work order',
  none: 'No work orders yet',
  noneHint: 'Work orders raised from incidents or created here appear in this list',
  raise: 'Raise',
  raised: '{{number}} raised',
  twoPersonsHint:
    'Starting, resuming and feeding back count only when a second person who is here confirms with an own account; where the type demands it, it does so in any case',
  fields: {
    type: 'Type',
    title: 'Title',
    instructions: 'Instructions',
    unit: 'Unit',
    group: 'Assignment group',
    assignee: 'Assignee',
    priority: 'Priority',
    dueAt: 'Due by',
    twoPersons: 'Two-person work',
  },
}
export default texts
