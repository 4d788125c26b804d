import { Tag, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useExplained } from '@/features/record/useExplained'
import { isWork } from '@/features/record/whom'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant, limitWords } from '@/shared/time'
import type { RecordView } from '@/shared/types'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import styles from './record.module.css'

/** The time limits of a record; each tells on request how it was counted. */
export function Clocks({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [, explain] = useExplained()
  const due = view.phase === 'DONE' ? null : view.nextDueAt
  if (view.clocks.length === 0 && !due && !isWork(view.kind)) return null
  return (
    <Panel title={t('record.clocks')}>
      {view.clocks.length === 0 && !due && <p className={styles.quiet}>{t('record.noClocks')}</p>}
      {view.clocks.length === 0 && due && (
        <p className={styles.row}>
          {t('record.dueAt')} {formatInstant(due)} <TimeLeft dueAt={due} />
        </p>
      )}
      <ul className={styles.rows}>
        {view.clocks.map((clock) => (
          <li key={clock.id} className={styles.row}>
            <span>
              {labels.value('ClockName', clock.name)}
              <br />
              <span className={styles.quiet}>{t('record.limitOf', { limit: limitWords(clock.limit) })}</span>
              {clock.proposed && (
                <Tooltip title={t('common.time.proposed')}>
                  <Tag style={{ marginInlineStart: 8 }}>{t('common.time.proposedShort')}</Tag>
                </Tooltip>
              )}
            </span>
            <TimeLeft
              dueAt={clock.dueAt}
              startedAt={clock.startedAt}
              remainingMinutes={clock.remainingMinutes}
              remainingFraction={clock.remainingFraction}
              paused={clock.state === 'PAUSED'}
              outcome={clock.state === 'STOPPED' ? clock.outcome : null}
              calendar={clock.calendar}
              onExplain={() => explain(clock.id)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
