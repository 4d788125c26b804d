import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import type { Search } from '@/shared/search'
import type { Share, Statistics, Top } from './api'
import { bucketsOf } from './buckets'
import { ChartCard, type Row } from './ChartCard'
import { percent } from './Figures'
import { barsOption, linesOption, stackedOption } from './options'
import styles from './report.module.css'

interface Props {
  found: Statistics
  link: (own: Search) => Search
}

const numbers = (rows: Row[], at: number): number[] => rows.map((row) => row.values[at]?.value ?? 0)
const names = (rows: Row[]): string[] => rows.map((row) => row.label)
const bars = (rows: Row[], columns: string[]) => barsOption(names(rows), numbers(rows, 0), columns[1] ?? '')
const startOf = (day: string): string => dayjs(day).toISOString()

function Course({ found, link }: Props) {
  const { t } = useTranslation()
  const buckets = bucketsOf(found.perDay)
  const busiest = buckets.reduce((most, one) => (one.opened > (most?.opened ?? 0) ? one : most), buckets[0])
  const rows = buckets.map((bucket) => {
    const search = link({ openedFrom: startOf(bucket.from), openedTo: startOf(bucket.to) })
    return {
      label: bucket.label,
      values: [
        { value: bucket.opened, search },
        { value: bucket.resolved, search: link({ resolved: 'true' }) },
      ],
    }
  })
  return (
    <ChartCard
      title={
        busiest
          ? t('statistics.courseTitle', { at: busiest.label, number: busiest.opened.toLocaleString('en-US') })
          : t('statistics.course')
      }
      columns={[t('statistics.date'), t('statistics.opened'), t('statistics.resolved')]}
      rows={rows}
      option={(all, columns) =>
        linesOption(names(all), [
          { name: columns[1] ?? '', data: numbers(all, 0) },
          { name: columns[2] ?? '', data: numbers(all, 1) },
        ])
      }
    />
  )
}

function ByPriority({ found, link }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const rows = found.byPriority.map((one) => ({
    label: labels.value('Priority', one.key) || t('common.unknown'),
    values: [
      { value: one.met ?? 0, search: link({ priority: one.key ?? undefined, met: 'true' }) },
      { value: one.total - (one.met ?? 0), search: link({ priority: one.key ?? undefined }) },
    ],
  }))
  return (
    <ChartCard
      title={t('statistics.priorityTitle', { share: percent(found.met.share) })}
      columns={[labels.field('priority'), t('statistics.metShort'), t('statistics.othersShort')]}
      rows={rows}
      option={(all, columns) =>
        stackedOption(names(all), [
          { name: columns[1] ?? '', data: numbers(all, 0) },
          { name: columns[2] ?? '', data: numbers(all, 1) },
        ])
      }
    />
  )
}

function Shares({
  title,
  shares,
  name,
  enumeration,
  link,
}: Props & { title: string; shares: Share[]; name: string; enumeration: string }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const rows = shares.map((one) => ({
    label: labels.value(enumeration, one.key) || t('common.unknown'),
    values: [{ value: one.total, search: link({ [name]: one.key ?? undefined }) }],
  }))
  return <ChartCard title={title} columns={[labels.field(name), t('statistics.total')]} rows={rows} option={bars} />
}

function TopChart({
  top,
  heading,
  own,
  link,
  found,
  sentence,
}: Props & {
  top: Top[]
  heading: string
  own: (one: Top) => Search
  sentence: 'topCategory' | 'topGroup' | 'topSystem'
}) {
  const { t } = useTranslation()
  const nameOf = (one: Top) => one.label ?? one.key ?? t('common.unknown')
  const first = top[0]
  const rows = top.map((one) => ({ label: nameOf(one), values: [{ value: one.total, search: link(own(one)) }] }))
  const title = first
    ? t(`statistics.${sentence}`, {
        name: nameOf(first),
        share: percent(found.total ? first.total / found.total : null),
      })
    : heading
  return <ChartCard title={title} columns={[heading, t('statistics.total')]} rows={rows} option={bars} height={280} />
}

export function Charts(props: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { found } = props
  return (
    <div className={styles.charts}>
      <Course {...props} />
      <ByPriority {...props} />
      <TopChart
        {...props}
        top={found.topCategories}
        heading={labels.field('category')}
        sentence="topCategory"
        own={(one) => ({ category: one.key ?? undefined })}
      />
      <TopChart
        {...props}
        top={found.topGroups}
        heading={labels.field('group')}
        sentence="topGroup"
        own={(one) => (one.key ? { group: one.key } : { noGroup: 'true' })}
      />
      <TopChart
        {...props}
        top={found.topSystems}
        heading={labels.field('system')}
        sentence="topSystem"
        own={(one) => ({ system: one.key ?? undefined })}
      />
      <Shares
        {...props}
        title={t('statistics.byState')}
        shares={found.byState}
        name="state"
        enumeration="IncidentState"
      />
      <Shares {...props} title={t('statistics.byKind')} shares={found.byKind} name="kind" enumeration="IncidentKind" />
      <Shares {...props} title={t('statistics.byLevel')} shares={found.byLevel} name="level" enumeration="Level" />
    </div>
  )
}
