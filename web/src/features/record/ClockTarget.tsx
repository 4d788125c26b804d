import { useQuery } from '@tanstack/react-query'
import { Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { targetsQuery } from '@/features/record/targets'
import { WhyTarget } from '@/features/record/WhyTarget'
import { useLabels } from '@/shared/i18n/labels'
import type { Clock, RecordView } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import recordStyles from './record.module.css'

/** Why a clock of this record has its limit, and what another level or priority would make of it. */
export function ClockTarget({ view, clock }: { view: RecordView; clock: Clock }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [level, setLevel] = useState<string>()
  const [priority, setPriority] = useState<string>()
  const matter = typeof view.details.kind === 'string' ? view.details.kind : undefined
  const answers = useQuery(targetsQuery({ record: view.id, matter, level, priority }))
  const over = clock.state === 'STOPPED' || clock.state === 'CANCELLED'
  return (
    <>
      <h3 className={recordStyles.sub}>{t('agreements.why')}</h3>
      {!over && (
        <Space wrap style={{ marginBottom: 8 }}>
          <span>{t('agreements.whatIf')}</span>
          <Select
            allowClear
            size="small"
            aria-label={labels.field('level')}
            placeholder={labels.field('level')}
            value={level ?? null}
            onChange={(next) => setLevel(next ?? undefined)}
            options={labels.options('LevelShort')}
            style={{ width: 104 }}
          />
          <Select
            allowClear
            size="small"
            aria-label={labels.field('priority')}
            placeholder={labels.field('priority')}
            value={priority ?? null}
            onChange={(next) => setPriority(next ?? undefined)}
            options={labels.options('Priority')}
            style={{ width: 96 }}
          />
        </Space>
      )}
      <Loaded query={answers} rows={2}>
        {(all) => {
          const answer = all.find((one) => one.clock === clock.name)
          return answer ? <WhyTarget answer={answer} /> : null
        }}
      </Loaded>
    </>
  )
}
