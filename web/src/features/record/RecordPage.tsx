import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tabs } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Attachments } from '@/features/record/Attachments'
import { ClockDrawer } from '@/features/record/ClockDrawer'
import { Clocks } from '@/features/record/Clocks'
import { CommandDrawer } from '@/features/record/CommandDrawer'
import { Details } from '@/features/record/Details'
import { Facts } from '@/features/record/Facts'
import { FoldedText } from '@/features/record/FoldedText'
import { Links } from '@/features/record/Links'
import { recordQuery } from '@/features/record/record'
import { RecordActions } from '@/features/record/RecordActions'
import { RecordHeader } from '@/features/record/RecordHeader'
import { Timeline } from '@/features/record/Timeline'
import { isWork } from '@/features/record/whom'
import { useCommandInUrl } from '@/features/record/useCommandInUrl'
import { Watchers } from '@/features/record/Watchers'
import type { Kind, RecordView } from '@/shared/types'
import { ErrorState } from '@/shared/ui/ErrorState'
import { useDelayed } from '@/shared/useDelayed'
import { useWide } from '@/shared/viewport'
import styles from './record.module.css'

function Story({ view, lead }: { view: RecordView; lead: ReactNode }) {
  const { t, i18n } = useTranslation()
  const waits = view.phase !== 'DONE' && view.turn !== 'NONE'
  const says = Boolean(view.description) || (!lead && isWork(view.kind))
  return (
    <>
      {lead}
      {(waits || says) && (
        <section className={styles.panel} aria-label={t('record.description')}>
          {waits && (
            <p className={styles.turn} data-turn={view.turn}>
              {view.asked.length > 0
                ? t('record.turnOf', {
                    people: new Intl.ListFormat(i18n.language).format(view.asked.map(({ name }) => name)),
                  })
                : t(view.kind === 'APPEAL' ? 'appeals.waiting' : `record.turn.${view.turn}`)}
            </p>
          )}
          {view.description ? (
            <FoldedText text={view.description} />
          ) : (
            !lead && isWork(view.kind) && <p className={styles.quiet}>{t('record.noDescription')}</p>
          )}
        </section>
      )}
      <Timeline view={view} />
    </>
  )
}

interface Props {
  kind: Kind
  id: string
  /** Where what it is called depends on who reads. */
  title?: (view: RecordView) => string
  /** What only this kind has, before the story. */
  lead?: (view: RecordView) => ReactNode
}

/** Everything about one record, the same for all kinds. */
export function RecordPage({ kind, id, title, lead }: Props) {
  const { t } = useTranslation()
  const wide = useWide()
  const record = useQuery(recordQuery(kind, id))
  const skeleton = useDelayed(record.isPending)
  const [command, setCommand] = useCommandInUrl()
  const view = record.data
  const heading = view && (title?.(view) ?? view.title)
  useEffect(() => {
    if (view) document.title = `${view.number} ${heading} · ${t('common.product')}`
  }, [view, heading, t])
  if (!view)
    return record.isError ? (
      <ErrorState problem={record.error} onRetry={() => void record.refetch()} />
    ) : (
      skeleton && <Skeleton active paragraph={{ rows: 12 }} />
    )

  const actions = <RecordActions view={view} onCommand={setCommand} sticky={!wide} />
  const overview = (
    <>
      <Clocks view={view} />
      <Facts view={view} />
      <Details view={view} />
    </>
  )
  const related = (
    <>
      <Attachments view={view} />
      <Links view={view} />
      <Watchers view={view} />
    </>
  )
  return (
    <article className={styles.record} data-wide={wide}>
      <RecordHeader view={view} title={heading ?? ''} actions={wide ? actions : null} />
      {wide ? (
        <div className={styles.columns}>
          <div className={styles.story}>
            <Story view={view} lead={lead?.(view)} />
          </div>
          <aside className={styles.rail}>
            {overview}
            {related}
          </aside>
        </div>
      ) : (
        <Tabs
          items={[
            { key: 'story', label: t('record.story'), children: <Story view={view} lead={lead?.(view)} /> },
            { key: 'overview', label: t('record.overview'), children: overview },
            { key: 'related', label: t('record.related'), children: related },
          ]}
        />
      )}
      {!wide && actions}
      <ClockDrawer view={view} />
      <CommandDrawer view={view} command={command} onClose={() => setCommand(undefined)} />
    </article>
  )
}
