import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LevelTag, PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import { useLabels } from '@/shared/i18n/labels'
import type { Clock, RecordView } from '@/shared/types'
import { useExplained } from '@/features/record/useExplained'
import styles from './record.module.css'

/** The clock that matters most: the running one that ends first, else one that is paused. */
function mainClock(clocks: Clock[]): Clock | undefined {
  const due = (clock: Clock) => (clock.dueAt ? Date.parse(clock.dueAt) : Number.MAX_SAFE_INTEGER)
  const running = clocks.filter((clock) => clock.state === 'RUNNING').sort((a, b) => due(a) - due(b))
  return running[0] ?? clocks.find((clock) => clock.state === 'PAUSED')
}

interface Props {
  view: RecordView
  title: string
  actions: ReactNode
}

export function RecordHeader({ view, title, actions }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const clock = mainClock(view.clocks)
  const [, explain] = useExplained()
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <div className={styles.tags}>
          <span className={styles.number}>{view.number}</span>
          <StateTag kind={view.kind} state={view.state} phase={view.phase} />
          <LevelTag level={view.level} />
          <PriorityTag priority={view.priority} />
          {view.details.twoPersons === true && <Tag>{labels.field('twoPersons')}</Tag>}
          {clock && (
            <span className={styles.clock}>
              {labels.value('ClockName', clock.name)}
              <TimeLeft
                dueAt={clock.dueAt}
                startedAt={clock.startedAt}
                remainingMinutes={clock.remainingMinutes}
                remainingFraction={clock.remainingFraction}
                paused={clock.state === 'PAUSED'}
                calendar={clock.calendar}
                onExplain={() => explain(clock.id)}
              />
            </span>
          )}
          {view.clocks.length === 0 && view.nextDueAt && view.phase !== 'DONE' && <TimeLeft dueAt={view.nextDueAt} />}
          <span className={styles.quiet}>
            {t('record.stamp.openedAt')} <RelativeTime at={view.openedAt} />
          </span>
        </div>
        <h1>{title}</h1>
      </div>
      {actions}
    </header>
  )
}
