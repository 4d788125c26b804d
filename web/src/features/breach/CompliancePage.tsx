import { useQuery } from '@tanstack/react-query'
import { Segmented, Space } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { DayRange } from '@/features/record/DayRange'
import { RefPicker } from '@/features/record/RefPicker'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ListLink } from '@/shared/ui/ListLink'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { type Compliance, complianceQuery } from './api'
import styles from './compliance.module.css'
import { type BreachSearch, CutTable, percent } from './CutTable'

const CLOCKS = ['RESTORE', 'RESPONSE', 'CONFIRM', 'VENDOR'] as const

function Figures({ found, link }: { found: Compliance; link: (own: BreachSearch) => BreachSearch }) {
  const { t } = useTranslation()
  return (
    <p className={styles.figures}>
      <b>{percent(found.met, found.missed)}</b>{' '}
      <ListLink to="/breaches" search={link({ met: 'true' }) as object}>
        {t('breaches.metCount')} {figure(found.met)}
      </ListLink>
      <ListLink to="/breaches" search={link({}) as object}>
        {t('breaches.missedCount')} {figure(found.missed)}
      </ListLink>
    </p>
  )
}

/** How many limits were kept, over time and by everything that may be the reason; each number opens its list. */
export default function CompliancePage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const [search, change] = useSearchState()
  const clock = CLOCKS.find((name) => name === one(search.clock)) ?? 'RESTORE'
  const from = one(search.from) ?? dayjs().startOf('month').subtract(2, 'month').toISOString()
  const to = one(search.to) ?? dayjs().add(1, 'day').startOf('day').toISOString()
  const unit = one(search.unit)
  const found = useQuery(complianceQuery({ clock, from, to, ...(unit && { unit }) }))
  const link = (own: BreachSearch): BreachSearch => ({ clock, unit, knownFrom: from, knownTo: to, ...own })
  const named = [
    { name: 'unit', title: t('breaches.byUnit'), cuts: (all: Compliance) => all.byUnit },
    { name: 'group', title: t('breaches.byGroup'), cuts: (all: Compliance) => all.byGroup },
    { name: 'system', title: t('breaches.bySystem'), cuts: (all: Compliance) => all.bySystem },
  ]
  return (
    <>
      <PageHeader title={t('breaches.compliance')} subtitle={t('breaches.complianceHint')} />
      <Space wrap className={styles.ask ?? ''}>
        <Segmented
          value={clock}
          onChange={(next) => change({ clock: next })}
          options={CLOCKS.map((value) => ({ value, label: labels.value('ClockName', value) }))}
        />
        <DayRange
          label={t('breaches.known')}
          from={from}
          to={to}
          onChange={(begin, end) => change({ from: begin, to: end })}
        />
        <RefPicker type="unit" aria-label={labels.field('unit')} value={unit} onChange={(id) => change({ unit: id })} />
      </Space>
      <Loaded query={found}>
        {(all) => (
          <>
            <Figures found={all} link={link} />
            {all.met + all.missed === 0 && (
              <EmptyState kind="nothing" title={t('breaches.noLimits')} hint={t('breaches.noLimitsHint')} />
            )}
            <div className={styles.tables}>
              <CutTable
                title={t('breaches.byMonth')}
                by={t('breaches.month')}
                rows={all.byMonth.map((month) => ({
                  ...month,
                  key: month.month,
                  label: month.month,
                  search: link({ knownFrom: month.from, knownTo: month.to }),
                }))}
              />
              <CutTable
                title={t('breaches.byLevel')}
                by={labels.field('level')}
                rows={all.byLevel.map((cut) => ({
                  ...cut,
                  label: labels.value('Level', cut.key),
                  search: link({ level: cut.key ?? undefined }),
                }))}
              />
              <CutTable
                title={t('breaches.byPriority')}
                by={labels.field('priority')}
                rows={all.byPriority.map((cut) => ({
                  ...cut,
                  label: cut.key ?? t('breaches.nobody'),
                  search: link(cut.key ? { priority: cut.key } : { lacking: 'PRIORITY' }),
                }))}
              />
              {named.map(({ name, title, cuts }) => (
                <CutTable
                  key={name}
                  title={title}
                  by={labels.field(name)}
                  of={all}
                  rows={cuts(all).map((cut) => ({
                    ...cut,
                    label: cut.name ?? t('breaches.nobody'),
                    search: link(cut.key ? { [name]: cut.key } : { lacking: name.toUpperCase() }),
                  }))}
                />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </>
  )
}
