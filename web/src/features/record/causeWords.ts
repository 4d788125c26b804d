import type { Schemas } from '@/shared/contract'
import type { Labels } from '@/shared/i18n/labels'

/** Who did what, and why. */
export function causeWords(cause: Schemas['CausesCause'] | null, labels: Labels): string {
  if (!cause) return ''
  const words = [labels.command(cause.command), cause.by]
  if (cause.waitingFor) words.push(labels.value('WaitReason', cause.waitingFor))
  if (cause.text) words.push(cause.text)
  return words.filter(Boolean).join(' · ')
}
