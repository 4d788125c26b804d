import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useValue } from '@/features/record/values'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import styles from './record.module.css'

/** What an approval is about stands before its story, in full. */
const SHOWN_BEFORE = new Set(['content', 'subjectKind', 'subjectName', 'hash'])

const filled = (value: unknown): boolean => value != null && value !== ''

/** A part with parts of its own, such as a completion report; what has a name or a number is a plain value. */
function isGroup(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !('id' in value)
}

interface ValuesProps {
  values: Record<string, unknown>
  refs: Record<string, string> | undefined
}

function Values({ values, refs }: ValuesProps) {
  const labels = useLabels()
  const text = useValue()
  const shown = (name: string, value: unknown) => text(name, value, refs)
  return Object.entries(values)
    .filter(([name, value]) => !SHOWN_BEFORE.has(name) && !isGroup(value))
    .map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((each) => shown(name, each)).join(' ') : shown(name, value),
    ])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => (
      <Fragment key={name}>
        <dt>{labels.field(name ?? '')}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))
}

/** Whatever this kind of record knows beyond what all records know. */
export function Details({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const groups = Object.entries(view.details).filter(
    (entry): entry is [string, Record<string, unknown>] => !SHOWN_BEFORE.has(entry[0]) && isGroup(entry[1]),
  )
  return (
    <Panel title={t('record.details')}>
      <dl className={styles.facts}>
        <Values values={view.details} refs={view.refs} />
        {groups
          .filter(([, values]) => Object.values(values).some(filled))
          .map(([name, values]) => (
            <Fragment key={name}>
              <dt className={styles.sub}>{labels.field(name)}</dt>
              <dd hidden />
              <Values values={values} refs={view.refs} />
            </Fragment>
          ))}
      </dl>
    </Panel>
  )
}
