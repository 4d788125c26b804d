import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useValue } from '@/features/record/values'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import { stateEnum } from '@/shared/ui/tags'

interface Change {
  field: string
  before: string
  after: string
}

/** What is different between two readings of a record, in words. */
function useChanges(before: RecordView, after: RecordView): Change[] {
  const labels = useLabels()
  const text = useValue()
  const state = (view: RecordView) => labels.value(stateEnum(view.kind), view.state)
  const flat = (view: RecordView): Record<string, string> => ({
    title: view.title,
    description: view.description ?? '',
    state: state(view),
    level: labels.value('LevelShort', view.level),
    priority: view.priority ?? '',
    assignmentGroup: view.assignmentGroup?.name ?? '',
    assignee: view.assignee?.name ?? '',
    system: view.system?.name ?? '',
    ...Object.fromEntries(Object.entries(view.details).map(([name, value]) => [name, text(name, value)])),
  })
  const old = flat(before)
  return Object.entries(flat(after))
    .filter(([field, value]) => (old[field] ?? '') !== value)
    .map(([field, value]) => ({ field, before: old[field] ?? '', after: value }))
}

interface Props {
  before: RecordView
  after: RecordView
  onContinue: () => void
}

/** Somebody else was quicker: shows what they changed, before anything of ours is sent on top of it. */
export function StaleNotice({ before, after, onContinue }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const changes = useChanges(before, after)
  return (
    <Alert
      type="warning"
      showIcon
      title={t('record.staleTitle')}
      description={
        <>
          <p>{t('record.staleHint')}</p>
          {changes.length === 0 && <p>{t('record.staleNothing')}</p>}
          <ul style={{ paddingInlineStart: 18 }}>
            {changes.map((change) => (
              <li key={change.field}>
                {labels.field(change.field)}
                {t('common.colon')}
                {change.before || '—'} → <b>{change.after || '—'}</b>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={onContinue}>
            {t('record.staleContinue')}
          </Button>
        </>
      }
      style={{ marginBottom: 12 }}
    />
  )
}
