import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { wordsQuery, type LedgerRow } from './api'
import styles from './ledger.module.css'
import { LineDrawer } from './LineDrawer'
import { Tabs } from './Tabs'
import { useLedgerWords } from './words'

const REFUSALS = ['Refused', 'SignInFailed']

/** Every line of the ledger, newest first. */
export default function LedgerPage() {
  const { t } = useTranslation()
  const may = useCan('audit:read')
  const labels = useLabels()
  const words = useLedgerWords()
  const known = useQuery({ ...wordsQuery, enabled: may }).data
  const [open, setOpen] = useState<string>()
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <>
      <PageHeader title={t('ledger.title')} subtitle={t('ledger.hint')} />
      <Tabs />
      <Lines
        onOpen={setOpen}
        words={words}
        unit={labels.field('unit')}
        kinds={known?.kinds ?? []}
        commands={known?.commands ?? []}
      />
      <LineDrawer id={open} onClose={() => setOpen(undefined)} />
    </>
  )
}

interface Props {
  onOpen: (id: string) => void
  words: ReturnType<typeof useLedgerWords>
  unit: string
  kinds: string[]
  commands: string[]
}

function Lines({ onOpen, words, unit, kinds, commands }: Props) {
  const { t } = useTranslation()
  const mayExport = useCan('audit:export')
  const act = (row: LedgerRow) => (
    <button type="button" className={styles.open} onClick={() => onOpen(row.id)} data-row-link>
      {words.act(row.command)}
    </button>
  )
  const columns: Column<LedgerRow>[] = [
    { key: 'command', title: t('ledger.act'), width: 190, sticky: true, render: act },
    {
      key: 'recordedAt',
      title: t('ledger.recordedAt'),
      width: 170,
      sort: 'recordedAt',
      render: (row) => formatInstant(row.recordedAt),
    },
    { key: 'actor', title: t('ledger.actor'), width: 130, render: (row) => row.actor?.name ?? t('ledger.system') },
    { key: 'kind', title: t('ledger.kind'), width: 110, render: (row) => words.kind(row.subjectKind) },
    { key: 'subject', title: t('ledger.subject'), width: 180, render: (row) => row.subjectName },
    { key: 'unit', title: unit, width: 150, render: (row) => row.unit?.name },
    {
      key: 'seq',
      title: t('ledger.seq'),
      width: 110,
      align: 'right',
      render: (row) => (row.seq == null ? t('ledger.unplaced') : figure(row.seq)),
    },
  ]
  const filters = useMemo((): QuickFilter<FilterName<'/api/ledger/lines'>>[] => {
    const options = (all: string[], label: (one: string) => string) =>
      all.map((value) => ({ value, label: label(value) }))
    return [
      { name: 'from', label: t('ledger.period'), range: ['from', 'to'] },
      { name: 'actor', label: t('ledger.actor'), ref: 'person' },
      { name: 'kind', label: t('ledger.kind'), options: options(kinds, words.kind) },
      { name: 'command', label: t('ledger.act'), options: options(commands, words.act) },
      { name: 'unit', label: unit, ref: 'unit' },
      {
        name: 'result',
        label: t('ledger.result'),
        options: options(['DONE', 'REFUSED'], (one) => t(`ledger.results.${one as 'DONE' | 'REFUSED'}`)),
      },
    ]
    // The words are the same as long as the language is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [t, kinds, commands, unit])
  return (
    <RecordTable
      path="/api/ledger/lines"
      label={t('ledger.title')}
      columns={columns}
      filters={filters}
      searchParam="number"
      searchHint={t('ledger.search')}
      selectable={false}
      exportable={mayExport}
      rowName={(row) => words.act(row.command)}
      card={(row) => ({
        title: act(row),
        meta: (
          <>
            {REFUSALS.includes(row.command) && <span className={styles.bad}>{t('ledger.results.REFUSED')}</span>}
            <span>{row.actor?.name ?? t('ledger.system')}</span>
            <span>{words.kind(row.subjectKind)}</span>
            <span>{row.subjectName}</span>
            <span>{formatInstant(row.recordedAt)}</span>
          </>
        ),
      })}
      empty={<EmptyState kind="nothing" title={t('ledger.none')} />}
    />
  )
}
