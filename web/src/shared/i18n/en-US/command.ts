import type zh from '@/shared/i18n/zh-CN/command'
import type { Shape } from '@/shared/i18n/shape'

const commandLabels: Shape<typeof zh> = {
  Open: 'Open',
  Confirm: 'Confirm',
  Classify: 'Classify',
  Regrade: 'Change level',
  Dispatch: 'Dispatch',
  RaiseWorkOrder: 'Raise work order',
  RecordWork: 'Record work',
  Wait: 'Put on wait',
  Resume: 'Resume',
  Resolve: 'Resolve',
  Evaluate: 'Evaluate',
  Verify: 'Verify',
  Dispute: 'Not solved',
  Close: 'Close',
  Reopen: 'Reopen',
  Cancel: 'Cancel record',
  Merge: 'Merge',
  Raise: 'Raise',
  Accept: 'Accept',
  Return: 'Return',
  Transfer: 'Transfer',
  AskForHelp: 'Ask for help',
  Start: 'Start',
  Hold: 'Hold',
  Continue: 'Continue',
  Complete: 'Complete',
  Rework: 'Send back for rework',
}
export default commandLabels
