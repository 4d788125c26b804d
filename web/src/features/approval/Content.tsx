import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useValue } from '@/features/record/values'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { durationMinutes } from '@/shared/settings'
import { durationWords } from '@/shared/time'
import type { RecordView } from '@/shared/types'
import styles from './approval.module.css'
import { Differences } from './Differences'
import { approvalTitle, subjectWords } from './title'

const isThing = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Names of roles and settings are words of the product, not of the data. */
function useWords(refs: Record<string, string>, operation: string) {
  const text = useValue()
  const role = useRoleName()
  return (name: string, value: unknown): string => {
    if (typeof value === 'string') {
      const minutes = value.startsWith('P') ? durationMinutes(value) : undefined
      if (minutes) return durationWords(minutes)
      if (name === 'role') return role(value)
      if (name === 'key') return subjectWords(value)
    }
    return text(name, value, refs, operation) || String(value)
  }
}

/** What has parts: a line for each where they are plain, else just as it was frozen. */
function Parts({ value, words }: { value: object; words: ReturnType<typeof useWords> }) {
  const each: unknown[] = Array.isArray(value) ? value : [value]
  const plain = each.every((one) => !isThing(one) || Object.values(one).every((part) => !isThing(part)))
  if (!plain) return <pre>{JSON.stringify(value, null, 2)}</pre>
  const line = (one: unknown) =>
    isThing(one)
      ? Object.entries(one)
          .filter(([, part]) => part != null)
          .map(([name, part]) => words(name, part))
          .join(' · ')
      : words('', one)
  return each.map((one) => <div key={JSON.stringify(one)}>{line(one)}</div>)
}

/** Where a value is to hold: everywhere, or in something that has a name. */
function Scope({ scope, refs }: { scope: { kind: string; id: string | null }; refs: Record<string, string> }) {
  const labels = useLabels()
  const name = scope.id && refs[scope.id]
  return <>{[labels.value('Scope', scope.kind), name].filter(Boolean).join(' · ')}</>
}

/** In full for whoever wants it, where what matters stands above. */
function Folded({ folded, children }: { folded: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  if (!folded) return children
  return (
    <details>
      <summary>{t('approvals.inFull')}</summary>
      {children}
    </details>
  )
}

/** Just what was frozen, field by field: what is agreed to is this and nothing else. */
export function Content({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { content, operation, subjectName, hash } = view.details as {
    content: Record<string, unknown>
    operation: string
    subjectName?: string
    hash: string
  }
  const words = useWords(view.refs, operation)
  const changesRule = isThing(content.before) && isThing(content.value)
  return (
    <Panel title={approvalTitle(labels, operation, subjectName)}>
      <dl className={styles.content}>
        {changesRule && (
          <>
            <dt>{t('approvals.differences')}</dt>
            <dd>
              <Differences was={content.before} now={content.value} refs={view.refs} />
            </dd>
          </>
        )}
        {Object.entries(content).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{labels.field(name)}</dt>
            <dd>
              {name === 'scope' && isThing(value) ? (
                <Scope scope={value as { kind: string; id: string | null }} refs={view.refs} />
              ) : isThing(value) ? (
                <Folded folded={changesRule}>
                  <Parts value={value} words={words} />
                </Folded>
              ) : (
                words(name, value)
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
