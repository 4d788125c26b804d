import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayRange } from '@/features/record/DayRange'
import { FilterChip, namesOf } from '@/features/record/FilterChip'
import { ForeignChip } from '@/features/record/ForeignChip'
import type { QuickFilter } from '@/features/record/table'
import type { QueryOf } from '@/shared/contract'
import { type Enumeration, useLabels } from '@/shared/i18n/labels'
import { many, type Search } from '@/shared/search'
import { filtersOf, PERIODS, type Period, type PeriodName } from './period'
import styles from './report.module.css'

interface Props {
  search: Search
  period: Period
  onChange: (change: Search) => void
  onReset: () => void
}

type Filter = QuickFilter<Extract<keyof QueryOf<'/api/statistics'>, string>>

function useFilters(): Filter[] {
  const labels = useLabels()
  const choose = (name: 'kind' | 'level' | 'priority', enumeration: Enumeration): Filter => ({
    name,
    label: labels.field(name),
    options: labels.options(enumeration),
    multiple: true,
  })
  return [
    { name: 'unit', label: labels.field('unit'), ref: 'unit' },
    { name: 'system', label: labels.field('system'), ref: 'system' },
    { name: 'group', label: labels.field('group'), ref: 'group' },
    choose('kind', 'IncidentKind'),
    choose('level', 'Level'),
    choose('priority', 'Priority'),
  ]
}

export function FilterBar({ search, period, onChange, onReset }: Props) {
  const { t } = useTranslation()
  const filters = useFilters()
  const known = new Set(filters.flatMap(namesOf))
  const foreign = Object.entries(filtersOf(search)).filter(([name]) => !known.has(name))
  return (
    <div className={styles.filters} role="search">
      <Segmented<PeriodName | 'custom'>
        value={period.name}
        onChange={(name) => onChange({ period: name, from: undefined, to: undefined })}
        options={[
          ...PERIODS.map((name) => ({ value: name, label: t(`statistics.periods.${name}`) })),
          ...(period.name === 'custom' ? [{ value: 'custom' as const, label: t('statistics.periods.custom') }] : []),
        ]}
      />
      <DayRange
        label={t('statistics.period')}
        from={period.from}
        to={period.to}
        onChange={(from, to) => onChange({ period: undefined, from, to })}
      />
      {filters.map((filter) => (
        <FilterChip key={filter.label} filter={filter} search={search} onChange={onChange} />
      ))}
      {foreign.map(([name, value]) => (
        <ForeignChip key={name} name={name} values={many(value)} onClear={() => onChange({ [name]: undefined })} />
      ))}
      {Object.keys(search).length > 0 && (
        <button type="button" className={styles.reset} onClick={onReset}>
          {t('common.reset')}
        </button>
      )}
    </div>
  )
}
