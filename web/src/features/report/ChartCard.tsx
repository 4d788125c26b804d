import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { EChartsCoreOption } from 'echarts/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { useIsDark } from '@/shared/appearance'
import { copyText } from '@/shared/copy'
import { ListLink } from '@/shared/ui/ListLink'
import type { IncidentSearch } from './period'
import styles from './report.module.css'
import { useChart } from './useChart'

export interface Row {
  label: string
  values: { value: number; search: IncidentSearch }[]
}

interface Props {
  /** A sentence that says what is to be seen. */
  title: string
  /** Heading of the labels, then one of each value. */
  columns: [string, ...string[]]
  rows: Row[]
  option: (rows: Row[], columns: string[]) => EChartsCoreOption
  height?: number
  /** One bar below the other: as high as there are bars. */
  lying?: boolean
}

function Picture({ rows, option, columns, height, onPick }: Props & { onPick: (search: IncidentSearch) => void }) {
  const { i18n } = useTranslation()
  const dark = useIsDark()
  const frame = useChart(
    () => option(rows, columns),
    (series, index) => {
      const search = rows[index]?.values[series]?.search
      if (search) onPick(search)
    },
    [rows, columns, dark, i18n.language],
  )
  return <div ref={frame} className={styles.chart} style={{ height }} />
}

function Table({ rows, columns }: Props) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.values.map(({ value, search }, index) => (
              <td key={columns[index + 1]}>
                <ListLink to="/incidents" search={search}>
                  {figure(value)}
                </ListLink>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A picture, and the table behind it. Every mark opens its list. */
export function ChartCard(props: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [asTable, setAsTable] = useState(false)
  const { rows, columns, title, lying, height = 240 } = props
  const copy = async () => {
    const lines = [columns, ...rows.map((row) => [row.label, ...row.values.map(({ value }) => value)])]
    if (await copyText(lines.map((line) => line.join('\t')).join('\n'))) void message.success(t('common.copied'))
  }
  return (
    <section className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <h2>{title}</h2>
        <span className={styles.cardTools}>
          {asTable && (
            <Button size="small" type="text" onClick={() => void copy()}>
              {t('common.copy')}
            </Button>
          )}
          <Button size="small" type="text" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t(asTable ? 'statistics.asChart' : 'statistics.asTable')}
          </Button>
        </span>
      </div>
      {rows.length === 0 ? (
        <p className={styles.hint}>{t('statistics.nothing')}</p>
      ) : asTable ? (
        <div className={styles.tableFrame}>
          <Table {...props} />
        </div>
      ) : (
        <Picture
          {...props}
          height={lying ? Math.max(72, rows.length * 26 + 16) : height}
          onPick={(search) => void navigate({ to: '/incidents', search: search as never })}
        />
      )}
    </section>
  )
}
