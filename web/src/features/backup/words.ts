import i18next from 'i18next'
import { lookUp } from '@/shared/i18n/labels'
import { durationWords } from '@/shared/time'

/** Why a run failed: a reason of ours in words, anything else as the server says it. */
export const reasonWords = (reason: string): string => lookUp(`backup.reasons.${reason}`) ?? reason

export function tookWords(from: string | null | undefined, to: string | null | undefined): string {
  if (!from || !to) return '–'
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000
  return seconds < 60
    ? i18next.t('backup.seconds', { count: Math.max(1, Math.round(seconds)) })
    : durationWords(seconds / 60)
}
