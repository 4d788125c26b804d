import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { lookUp } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { durationWords, formatInstant } from '@/shared/time'
import type { FieldSchema } from '@/shared/types'

/** Which list of names a field's value belongs to, where no schema says so. */
const ENUMS: Record<string, string> = {
  kind: 'IncidentKind',
  channel: 'Channel',
  impact: 'Impact',
  effect: 'Effect',
  urgency: 'Urgency',
  domain: 'Domain',
  cause: 'Cause',
  level: 'Level',
  code: 'ResolutionCode',
  testResult: 'TestResult',
  type: 'WorkOrderType',
  outcome: 'Outcome',
  line: 'CallLine',
  waitingFor: 'WaitReason',
  clock: 'ClockName',
  breachCause: 'BreachCause',
  target: 'AccountTarget',
  request: 'RequestKind',
  accountClass: 'AccountClass',
  'Link.type': 'LinkType',
  reviewCause: 'ReviewCause',
  callOffReason: 'CallOffReason',
  'Decide.verdict': 'ReviewVerdict',
  'OpenAccountReview.cause': 'ReviewCause',
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** The name of an enum's value; the field tells which enum when the schema's own name is not known to us. */
export function enumLabel(field: string, value: string, schema?: FieldSchema, command?: string): string {
  const names = [schema?.['x-enum'], command && ENUMS[`${command}.${field}`], ENUMS[field]]
  for (const name of names) {
    const found = name ? lookUp(`enum.${name}.${value}`) : undefined
    if (found) return found
  }
  return value
}

/** Any value the server sends, in words. */
export function useValue() {
  const { t } = useTranslation()
  const role = useRoleName(false)
  return (field: string, value: unknown, refs: Record<string, string> = {}, command?: string): string => {
    if (value == null || value === '') return ''
    if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no')
    if (typeof value === 'number') return /minutes$/i.test(field) ? durationWords(value) : figure(value)
    if (typeof value === 'string') {
      if (field === 'levelReason' && value === 'rule') return t('record.byRule')
      if (refs[value]) return refs[value]
      if (field === 'operation') return lookUp(`command.${value}`) ?? value
      if (field === 'role') return role(value)
      if (UUID.test(value)) return ''
      return INSTANT.test(value) ? formatInstant(value) : enumLabel(field, value, undefined, command)
    }
    const named = value as { name?: unknown; number?: unknown; title?: unknown }
    return String(named.name ?? [named.number, named.title].filter(Boolean).join(' ') ?? '')
  }
}
