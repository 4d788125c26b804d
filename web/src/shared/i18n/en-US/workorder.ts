import type zh from '@/shared/i18n/zh-CN/workorder'
import type { Shape } from '@/shared/i18n/shape'

const texts: Shape<typeof zh> = {
  title: 'Work orders',
  new: 'New work order',
  none: 'No work orders yet',
  noneHint: 'Work orders raised from incidents or created here appear in this list',
  raise: 'Raise',
  raised: '{{number}} raised',
  fields: {
    type: 'Type',
    title: 'Title',
    instructions: 'Instructions',
    unit: 'Unit',
    group: 'Assignment group',
    assignee: 'Assignee',
    priority: 'Priority',
    dueAt: 'Due by',
  },
  job: {
    accept: 'Accept this job',
    start: 'Start work',
    complete: 'Write the completion report',
    title: 'Completion report',
    outcome: 'Outcome',
    result: 'Result',
    resultHint: 'What was done, and how it is now',
    minutes: 'Effort (minutes)',
    less: '{{count}} minutes less',
    more: '{{count}} minutes more',
    period: '{{from}} to {{to}}',
    test: 'Test',
    testHint: 'How you made sure that it works',
    testResult: 'Test result',
    nextStep: 'Next step',
    nextStepHint: 'Where it is not solved: who does what next',
    send: 'Send the report',
    sent: 'Report sent',
    lessDetail: 'No test needed',
  },
}
export default texts
