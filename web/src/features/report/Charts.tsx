import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { type Enumeration, useLabels, valuesOf } from '@/shared/i18n/labels'
import type { IncidentSearch } from './period'
import type { Share, Statistics, Top } from './api'
import { bucketsOf } from './buckets'
import { ChartCard, type Row } from './ChartCard'
import { percent } from './Figures'
import { barsOption, linesOption, pairsOption } from './options'
import styles from './report.module.css'

interface Props {
  found: Statistics
  link: (own: IncidentSearch) => IncidentSearch
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
    const from = startOf(bucket.from)
    const to = startOf(bucket.to)
    return {
      label: bucket.label,
      values: [
        { value: bucket.opened, search: link({ openedFrom: from, openedTo: to }) },
        { value: bucket.resolved, search: link({ resolvedFrom: from, resolvedTo: to }) },
      ],
    }
  })
  return (
    <ChartCard
      title={
        busiest
          ? t('statistics.courseTitle', { at: busiest.label, number: figure(busiest.opened) })
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
      { value: one.met, search: link({ priority: one.key ?? undefined, met: 'true' }) },
      { value: one.total, search: link({ priority: one.key ?? undefined }) },
    ],
  }))
  return (
    <ChartCard
      title={t('statistics.priorityTitle', { share: percent(found.met.share) })}
      columns={[labels.field('priority'), t('statistics.metShort'), t('statistics.total')]}
      rows={rows}
      option={(all, columns) =>
        pairsOption(names(all), [
          { name: columns[1] ?? '', data: numbers(all, 0) },
          { name: columns[2] ?? '', data: numbers(all, 1) },
        ])
      }
    />
  )
}

interface Shared extends Props {
  title: string
  shares: Share[]
  name: string
  enumeration: Enumeration
  /** As they follow each other in life; otherwise the greatest first. */
  inOrder?: boolean
}

function Shares({ title, shares, name, enumeration, inOrder, link }: Shared) {
  const { t } = useTranslation()
  const labels = useLabels()
  const order = valuesOf(enumeration)
  const rank = (one: Share) => (inOrder ? (one.key ? order.indexOf(one.key) : order.length) : -one.total)
  const rows = shares
    .toSorted((one, other) => rank(one) - rank(other))
    .map((one) => ({
      label: labels.value(enumeration, one.key) || labels.field('noLevel'),
      values: [{ value: one.total, search: link(one.key ? { [name]: one.key } : { noLevel: 'true' }) }],
    }))
  return (
    <ChartCard title={title} columns={[labels.field(name), t('statistics.total')]} rows={rows} option={bars} lying />
  )
}

interface Topmost extends Props {
  top: Top[]
  name: 'category' | 'group' | 'system'
  none: 'noCategory' | 'noGroup' | 'noSystem'
  sentence: 'topCategory' | 'topGroup' | 'topSystem'
}

function TopChart({ top, name, none, link, found, sentence }: Topmost) {
  const { t } = useTranslation()
  const labels = useLabels()
  const heading = labels.field(name)
  const nameOf = (one: Top) => one.label ?? one.key ?? labels.field(none)
  const first = top.find((one) => one.key !== null)
  const rows = top.map((one) => ({
    label: nameOf(one),
    values: [{ value: one.total, search: link(one.key ? { [name]: one.key } : { [none]: 'true' }) }],
  }))
  const title = first
    ? t(`statistics.${sentence}`, {
        name: nameOf(first),
        share: percent(found.total ? first.total / found.total : null),
      })
    : heading
  return <ChartCard title={title} columns={[heading, t('statistics.total')]} rows={rows} option={bars} lying />
}

export function Charts(props: Props) {
  const { t } = useTranslation()
  const { found } = props
  return (
    <div className={styles.charts}>
      <Course {...props} />
      <ByPriority {...props} />
      <TopChart {...props} top={found.topCategories} name="category" none="noCategory" sentence="topCategory" />
      <TopChart {...props} top={found.topGroups} name="group" none="noGroup" sentence="topGroup" />
      <TopChart {...props} top={found.topSystems} name="system" none="noSystem" sentence="topSystem" />
      <Shares
        {...props}
        title={t('statistics.byState')}
        shares={found.byState}
        name="state"
        enumeration="IncidentState"
        inOrder
      />
      <Shares {...props} title={t('statistics.byKind')} shares={found.byKind} name="kind" enumeration="IncidentKind" />
      <Shares
        {...props}
        title={t('statistics.byLevel')}
        shares={found.byLevel}
        name="level"
        enumeration="Level"
        inOrder
      />
    </div>
  )
}
