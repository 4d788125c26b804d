import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { FilterName, QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { AccountDrawer } from './AccountDrawer'
import type { Breach } from './api'
import { breachCard, breachColumns } from './columns'

/** Missed limits, until somebody has said why, and what is done. */
export default function BreachListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const [chosen, choose] = useState<Breach>()
  const may = useCan('incident:note')
  const act = useCallback(
    (row: Breach) =>
      may && (
        <Button size="small" type="link" onClick={() => choose(row)}>
          {row.measure ? t('common.edit') : t('breaches.account')}
        </Button>
      ),
    [t, may],
  )
  const columns = useMemo(() => breachColumns(t, labels, act), [t, labels, act])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/breaches'>>[] => [
      { name: 'accounted', label: t('breaches.unaccounted'), value: 'false' },
      { name: 'running', label: t('breaches.running'), value: 'true' },
      { name: 'clock', label: labels.field('clock'), options: labels.options('ClockName'), multiple: true },
      {
        name: 'breachCause',
        label: labels.field('breachCause'),
        options: labels.options('BreachCause'),
        multiple: true,
      },
      { name: 'level', label: labels.field('level'), options: labels.options('Level'), multiple: true },
      { name: 'unit', label: labels.field('unit'), ref: 'unit' },
      { name: 'lacking', label: t('breaches.lacking'), options: labels.options('Lacking'), multiple: true },
      { name: 'group', label: labels.field('group'), ref: 'group' },
      { name: 'system', label: labels.field('system'), ref: 'system' },
      { name: 'knownFrom', label: t('breaches.known'), range: ['knownFrom', 'knownTo'] },
      { name: 'met', label: t('breaches.met'), value: 'true' },
    ],
    [t, labels],
  )
  return (
    <>
      <PageHeader title={t('breaches.title')} subtitle={t('breaches.hint')} />
      <RecordTable
        path="/api/breaches"
        label={t('breaches.title')}
        columns={columns}
        filters={filters}
        searchParam={null}
        selectable={false}
        rowName={(row) => row.record.number}
        rowHref={(row) => `${recordPath('INCIDENT', row.record.id)}?explain=${row.id}`}
        card={breachCard(t, labels, act)}
        empty={<EmptyState kind="nothing" title={t('breaches.none')} hint={t('breaches.noneHint')} />}
      />
      {chosen && <AccountDrawer breach={chosen} onClose={() => choose(undefined)} />}
    </>
  )
}
