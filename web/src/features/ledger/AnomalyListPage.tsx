import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { figure } from '@/shared/figures'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RULES, followUp, type AnomalyRow } from './api'
import styles from './ledger.module.css'
import { LineDrawer } from './LineDrawer'
import { Tabs } from './Tabs'

/** What rules found unusual in the ledger, and what was done about it. */
export default function AnomalyListPage() {
  const { t } = useTranslation()
  const may = useCan('audit:read')
  const mayAnswer = useCan('audit:follow-up')
  const [answering, setAnswering] = useState<AnomalyRow>()
  const [line, setLine] = useState<string>()
  const columns = useMemo((): Column<AnomalyRow>[] => {
    const name = (row: AnomalyRow) =>
      mayAnswer ? (
        <button type="button" className={styles.open} onClick={() => setAnswering(row)} data-row-link>
          {t(`ledger.rules.${row.rule}`)}
        </button>
      ) : (
        t(`ledger.rules.${row.rule}`)
      )
    const proof = (row: AnomalyRow) => (
      <button type="button" className={styles.open} onClick={() => setLine(row.lines.at(-1))}>
        {t('ledger.proofWords', { count: row.lines.length })}
      </button>
    )
    return [
      { key: 'rule', title: t('ledger.anomaly'), width: 170, sticky: true, render: name },
      { key: 'person', title: t('ledger.actor'), width: 140, render: (row) => row.person?.name },
      {
        key: 'happenedAt',
        title: t('ledger.happenedAt'),
        width: 170,
        sort: 'happenedAt',
        render: (row) => formatInstant(row.happenedAt),
      },
      { key: 'times', title: t('ledger.times'), width: 100, align: 'right', render: (row) => figure(row.times) },
      { key: 'proof', title: t('ledger.proof'), width: 120, render: proof },
      {
        key: 'followUp',
        title: t('ledger.followUp'),
        width: 320,
        render: (row) => row.followUp ?? <span className={styles.faint}>{t('ledger.followUpNone')}</span>,
      },
    ]
  }, [t, mayAnswer])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/anomalies'>>[] => [
      { name: 'open', label: t('ledger.openOnly'), value: 'true' },
      {
        name: 'rule',
        label: t('ledger.anomaly'),
        options: RULES.map((value) => ({ value, label: t(`ledger.rules.${value}`) })),
        multiple: true,
      },
      { name: 'person', label: t('ledger.actor'), ref: 'person' },
      { name: 'from', label: t('ledger.period'), range: ['from', 'to'] },
    ],
    [t],
  )
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <>
      <PageHeader title={t('ledger.tabs.anomalies')} subtitle={t('ledger.anomaliesHint')} />
      <Tabs />
      <RecordTable
        path="/api/anomalies"
        label={t('ledger.tabs.anomalies')}
        columns={columns}
        filters={filters}
        searchParam={null}
        selectable={false}
        exportable={false}
        rowName={(row) => t(`ledger.rules.${row.rule}`)}
        card={(row) => ({
          title: (
            <button type="button" className={styles.open} onClick={() => setAnswering(row)}>
              {t(`ledger.rules.${row.rule}`)}
            </button>
          ),
          meta: (
            <>
              <span>{row.person?.name}</span>
              <span>{formatInstant(row.happenedAt)}</span>
              <span>{row.followUp ?? t('ledger.followUpNone')}</span>
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('ledger.anomaliesNone')} />}
      />
      {answering && mayAnswer && <Answer anomaly={answering} onClose={() => setAnswering(undefined)} />}
      <LineDrawer id={line} onClose={() => setLine(undefined)} />
    </>
  )
}

function Answer({ anomaly, onClose }: { anomaly: AnomalyRow; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ text: string }>
      title={t(`ledger.rules.${anomaly.rule}`)}
      initial={{ text: anomaly.followUp ?? '' }}
      save={({ text }) => followUp(anomaly.id, text)}
      onSaved={() => {
        onClose()
        void queries.invalidateQueries({ queryKey: ['list', '/api/anomalies'] })
      }}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('ledger.followUp')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('ledger.followUp') }) }]}
      >
        <Input.TextArea rows={6} maxLength={2000} />
      </Form.Item>
    </FormDrawer>
  )
}
