import { useQuery } from '@tanstack/react-query'
import { Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { targetsQuery } from '@/features/record/targets'
import { WhyTarget } from '@/features/record/WhyTarget'
import { useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { useMe } from '@/shared/session'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './agreement.module.css'

const CHOICES = [
  { name: 'matter', enumeration: 'IncidentKind', field: 'kind' },
  { name: 'systemClass', enumeration: 'SystemClass', field: 'systemClass' },
  { name: 'level', enumeration: 'LevelShort', field: 'level' },
  { name: 'priority', enumeration: 'Priority', field: 'priority' },
] as const

/** The decision table, tried on a case that is only thought of. */
export function Trial() {
  const { t } = useTranslation()
  const labels = useLabels()
  const home = useMe()?.unit.id
  const [search, change] = useSearchState()
  const unit = one(search.unit) ?? home
  const system = one(search.system)
  const chosen = Object.fromEntries(CHOICES.map(({ name }) => [name, one(search[name])]))
  const answers = useQuery(targetsQuery({ unit, system, ...chosen }))
  return (
    <>
      <p className={styles.quiet}>{t('agreements.trialHint')}</p>
      <Space wrap className={styles.ask ?? ''}>
        <RefPicker type="unit" aria-label={labels.field('unit')} value={unit} onChange={(id) => change({ unit: id })} />
        <RefPicker
          type="system"
          aria-label={labels.field('system')}
          value={system}
          onChange={(id, option) => change({ system: id, systemClass: option?.hint ?? undefined })}
        />
        {CHOICES.map(({ name, enumeration, field }) => (
          <Select
            key={name}
            allowClear
            aria-label={labels.field(field)}
            placeholder={labels.field(field)}
            value={one(search[name]) ?? null}
            onChange={(value) => change({ [name]: value ?? undefined })}
            options={labels.options(enumeration)}
            style={{ minWidth: 128 }}
          />
        ))}
      </Space>
      <Loaded query={answers}>
        {(all) => (
          <div className={styles.answers}>
            {all.map((answer) => (
              <section key={answer.clock} className={styles.card} aria-label={labels.value('ClockName', answer.clock)}>
                <h3>{labels.value('ClockName', answer.clock)}</h3>
                <WhyTarget answer={answer} />
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </>
  )
}
