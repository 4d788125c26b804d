import i18next from 'i18next'
import { lookUp } from '@/shared/i18n/labels'
import { durationWords } from '@/shared/time'

/** Why a run failed: a reason of ours in words, the half in this language of what the log says in two, or as the server says it. */
export function reasonWords(reason: string): string {
  const [chinese, english, ...more] = reason.split(' / ')
  const inTwo = english && more.length === 0 && /\p{Script=Han}/u.test(chinese ?? '')
  const said = inTwo ? (i18next.language === 'zh-CN' ? chinese : english) : reason
  return lookUp(`backup.reasons.${reason}`) ?? said ?? reason
}

export function tookWords(from: string | null | undefined, to: string | null | undefined): string {
  if (!from || !to) return '–'
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000
  return seconds < 60
    ? i18next.t('backup.seconds', { count: Math.max(1, Math.round(seconds)) })
    : durationWords(seconds / 60)
}
