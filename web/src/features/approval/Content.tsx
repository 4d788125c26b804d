import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useValue } from '@/features/record/values'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import { durationMinutes } from '@/shared/settings'
import { durationWords } from '@/shared/time'
import type { RecordView } from '@/shared/types'
import styles from './approval.module.css'
import { approvalTitle } from './title'

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Names of roles and settings are words of the product, not of the data. */
function wordOf(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const minutes = value.startsWith('P') ? durationMinutes(value) : undefined
  if (minutes) return durationWords(minutes)
  if (name === 'role') return lookUp(`enum.Role.${value}`)
  if (name === 'key') return lookUp(`setting.${value}`)
  return undefined
}

/** Where a value is to hold: everywhere, or in something that has a name. */
function Scope({ scope, refs }: { scope: { kind: string; id: string | null }; refs: Record<string, string> }) {
  const labels = useLabels()
  const name = scope.id && refs[scope.id]
  return <>{[labels.value('Scope', scope.kind), name].filter(Boolean).join(' · ')}</>
}

/** Just what was frozen, field by field: what is agreed to is this and nothing else. */
export function Content({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const text = useValue()
  const { content, operation, subjectName, hash } = view.details as {
    content: Record<string, unknown>
    operation: string
    subjectName?: string
    hash: string
  }
  return (
    <Panel title={approvalTitle(labels, operation, subjectName)}>
      <dl className={styles.content}>
        {Object.entries(content).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{labels.field(name)}</dt>
            <dd>
              {name === 'scope' && isThing(value) ? (
                <Scope scope={value as { kind: string; id: string | null }} refs={view.refs} />
              ) : isThing(value) ? (
                <pre>{JSON.stringify(value, null, 2)}</pre>
              ) : (
                wordOf(name, value) || text(name, value, view.refs, operation) || String(value)
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className={styles.hint} title={hash}>
        {t('approvals.frozen', { hash: hash.slice(0, 16) })}
      </p>
    </Panel>
  )
}
