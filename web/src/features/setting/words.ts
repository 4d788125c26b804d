import i18next from 'i18next'
import { figure } from '@/shared/figures'
import { lookUp } from '@/shared/i18n/labels'
import { durationWords, limitWords } from '@/shared/time'
import type { Setting } from './api'

const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/

function lasting(text: string, onTheWall: boolean): string {
  const found = DURATION.exec(text)
  if (!found) return limitWords(text)
  const minutes = Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0)
  return minutes === 0 && found[3]
    ? i18next.t('settings.seconds', { count: Number(found[3]) })
    : durationWords(minutes, onTheWall && minutes % 1440 === 0)
}

/** What the rules call a value in code, in the words of people. */
const ENUMERATIONS = [
  'Level',
  'Impact',
  'Effect',
  'Urgency',
  'Priority',
  'SystemClass',
  'AlertSeverity',
  'Role',
  'PasswordKind',
  'ParallelSessions',
  'ReviewInterval',
  'WakingLevel',
]

export function termWords(term: string): string {
  for (const enumeration of ENUMERATIONS) {
    const found = lookUp(`enum.${enumeration}.${term}`)
    if (found) return found
  }
  return term
}

/** A single value in words; tables are drawn by SettingValue. */
export function valueWords(setting: Pick<Setting, 'type' | 'unit'>, value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (setting.type === 'BOOLEAN') return i18next.t(value === true ? 'common.yes' : 'common.no')
  if ((setting.type === 'LIMIT' || setting.type === 'DURATION') && typeof value === 'string')
    return lasting(value, setting.type === 'DURATION')
  if (typeof value === 'number') {
    const unit = setting.unit ? (lookUp(`settings.units.${setting.unit}`) ?? setting.unit) : ''
    return `${figure(value)}${unit && ` ${unit}`}`
  }
  return typeof value === 'string' ? termWords(value) : JSON.stringify(value)
}

export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const ORDER = ['HIGH', 'MEDIUM', 'LOW', 'ORGANISATION', 'SEVERAL_UNITS', 'ONE_UNIT', 'ONE_PERSON']

/** As people rank them, the gravest first; what has no rank stays where it is. */
export function inOrder(terms: string[]): string[] {
  const rank = (term: string) => (ORDER.includes(term) ? ORDER.indexOf(term) : ORDER.length)
  return terms.toSorted((one, other) => rank(one) - rank(other))
}
