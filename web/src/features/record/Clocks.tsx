import { Drawer, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockExplanation } from '@/features/record/ClockExplanation'
import { Panel } from '@/features/record/Panel'
import { useLabels } from '@/shared/i18n/labels'
import { limitWords } from '@/shared/time'
import type { Clock, RecordView } from '@/shared/types'
import { TimeLeft } from '@/shared/ui/TimeLeft'
import { usePhone } from '@/shared/viewport'
import styles from './record.module.css'

/** The time limits of a record; each tells on request how it was counted. */
export function Clocks({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const phone = usePhone()
  const [asked, ask] = useState<Clock | null>(null)
  return (
    <Panel title={t('record.clocks')}>
      {view.clocks.length === 0 && <p className={styles.quiet}>{t('record.noClocks')}</p>}
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
              onExplain={() => ask(clock)}
            />
          </li>
        ))}
      </ul>
      <Drawer
        open={asked !== null}
        onClose={() => ask(null)}
        size={phone ? '100%' : 480}
        title={asked ? `${labels.value('ClockName', asked.name)} · ${t('record.explain')}` : ''}
        destroyOnHidden
      >
        {asked && <ClockExplanation clock={asked} />}
      </Drawer>
    </Panel>
  )
}
