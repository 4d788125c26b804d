import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FoldedText } from '@/features/record/FoldedText'
import { Panel } from '@/features/record/Panel'
import { recordQuery } from '@/features/record/record'
import { api } from '@/shared/api'
import { recordPath } from '@/shared/paths'
import { formatInstant } from '@/shared/time'
import type { Kind } from '@/shared/types'
import { LevelTag, PriorityTag, StateTag } from '@/shared/ui/tags'
import styles from './record.module.css'

/** The record that another one is about, for whoever may see it. */
export function About({ id }: { id: string }) {
  const { t } = useTranslation()
  const card = useQuery({
    queryKey: ['record-kind', id],
    queryFn: ({ signal }) => api.get('/api/records/{id}', { path: { id }, signal }),
    retry: false,
  })
  const kind = card.data?.kind as Kind | undefined
  const view = useQuery({ ...recordQuery(kind ?? 'INCIDENT', id), enabled: kind !== undefined }).data
  if (!view) return null
  return (
    <Panel title={t('record.about')}>
      <p className={styles.about}>
        <Link to={recordPath(view.kind, view.id)}>
          {view.number} {view.title}
        </Link>
      </p>
      <p className={styles.aboutTags}>
        <StateTag kind={view.kind} state={view.state} phase={view.phase} />
        <LevelTag level={view.level} />
        <PriorityTag priority={view.priority} />
        <span>{[view.unit.name, view.system?.name, formatInstant(view.openedAt)].filter(Boolean).join(' · ')}</span>
      </p>
      {view.description && <FoldedText text={view.description} />}
    </Panel>
  )
}
