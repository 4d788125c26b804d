import { useTranslation } from 'react-i18next'
import { useRoleName } from '@/shared/roles'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import { limitWords } from '@/shared/time'
import styles from './approval.module.css'
import { differences } from './differences'

const ENUMERATIONS = [
  'LevelShort',
  'ClockName',
  'AgreementKind',
  'IncidentKind',
  'ChangeEffect',
  'ClockChange',
  'EscalationHearer',
  'WaitReason',
  'SystemClass',
  'Priority',
]
const FIELDS = ['agreements', 'agreements.escalation', 'agreements.reporting']

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isEmpty = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0)

/** Any part of a rule in the words of its page. */
function useWords(refs: Record<string, string>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  const field = (name: string): string => {
    for (const prefix of FIELDS) {
      const found = lookUp(`${prefix}.${name}`)
      if (typeof found === 'string') return found
    }
    return labels.field(name)
  }
  const words = (value: unknown): string => {
    if (isEmpty(value)) return '—'
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (Array.isArray(value)) return value.map(words).join(t('common.comma'))
    if (isThing(value))
      return Object.entries(value)
        .filter(([, part]) => !isEmpty(part) && part !== false)
        .map(([name, part]) => `${field(name)}${t('common.colon')}${words(part)}`)
        .join(' · ')
    const text = String(value)
    if (refs[text]) return refs[text]
    if (/^(P\d|PT\d|EOD$)/.test(text)) return limitWords(text)
    for (const name of ENUMERATIONS) {
      const found = lookUp(`enum.${name}.${text}`)
      if (found) return found
    }
    return role(text)
  }
  return { field, words }
}

/** A table is often nothing but its rows. */
function rowsOf(rule: unknown): unknown {
  const parts = isThing(rule) ? Object.values(rule) : []
  return parts.length === 1 && Array.isArray(parts[0]) ? parts[0] : rule
}

interface Props {
  was: unknown
  now: unknown
  refs: Record<string, string>
}

/** What a change of a rule changes, and nothing else. */
export function Differences({ was, now, refs }: Props) {
  const { t } = useTranslation()
  const { field, words } = useWords(refs)
  const found = differences(rowsOf(was), rowsOf(now))
  const place = (path: string[]) =>
    path.map((step) => (step.startsWith('#') ? t('approvals.nth', { number: step.slice(1) }) : field(step))).join(' › ')
  return (
    <ul className={styles.differences}>
      {found.map((one) => (
        <li key={one.path.join('/')}>
          <b>{place(one.path)}</b>
          {one.was !== undefined && (
            <div>
              <del>{words(one.was)}</del>
            </div>
          )}
          <div>{one.now === undefined ? t('approvals.taken') : <ins>{words(one.now)}</ins>}</div>
        </li>
      ))}
    </ul>
  )
}
