import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { countsQuery, LIST, type Secret, VAULT } from './api'
import { EntryDrawer } from './EntryDrawer'
import { EntryForm } from './EntryForm'
import { Renewal } from './Renewal'
import styles from './vault.module.css'

/** What wants doing, as figures that narrow the list. */
function Counts() {
  const { t } = useTranslation()
  const [, , replace] = useSearchState()
  const counts = useQuery(countsQuery).data
  if (!counts) return null
  const all = [
    { key: 'overdue', label: t('vault.overdue'), search: { due: 'OVERDUE' } },
    { key: 'soon', label: t('vault.soon'), search: { due: 'SOON' } },
    { key: 'exposed', label: t('vault.exposed'), search: { exposed: 'true' } },
  ] as const
  return (
    <div className={styles.counts}>
      {all.map(({ key, label, search }) => (
        <button
          type="button"
          key={key}
          className={styles.count}
          data-urgent={key !== 'soon' && counts[key] > 0}
          onClick={() => replace(search)}
        >
          <b>{figure(counts[key])}</b> {label}
        </button>
      ))}
    </div>
  )
}

export default function VaultPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const mayManage = useCan('vault:manage')
  const [open, setOpen] = useState<string>()
  const [creating, setCreating] = useState(false)
  const columns = useMemo((): Column<Secret>[] => {
    const name = (secret: Secret) => (
      <button type="button" className={styles.open} onClick={() => setOpen(secret.id)} data-row-link>
        {secret.name}
      </button>
    )
    const kindOf = (secret: Secret) => labels.value('SecretKind', secret.secretKind)
    return [
      { key: 'name', title: t('vault.fields.name'), width: 220, sticky: true, sort: 'name', render: name },
      { key: 'account', title: t('vault.fields.account'), width: 150, render: (one) => one.account },
      { key: 'kind', title: t('vault.fields.secretKind'), width: 180, render: kindOf },
      { key: 'system', title: t('vault.fields.system'), width: 160, render: (one) => one.system?.name ?? '—' },
      { key: 'unit', title: t('vault.fields.unit'), width: 140, render: (one) => one.unit.name },
      { key: 'custodian', title: t('vault.fields.custodian'), width: 100, render: (one) => one.custodian.name },
      { key: 'filedWith', title: t('vault.fields.filedWith'), width: 100, render: (one) => one.filedWith.name },
      {
        key: 'renewBy',
        title: t('vault.fields.renewBy'),
        width: 240,
        sort: 'renewBy',
        render: (one) => <Renewal secret={one} />,
      },
    ]
  }, [t, labels])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/vault'>>[] => [
      {
        name: 'due',
        label: t('vault.due'),
        options: [
          { value: 'OVERDUE', label: t('vault.overdue') },
          { value: 'SOON', label: t('vault.soon') },
        ],
      },
      { name: 'exposed', label: t('vault.exposed'), value: 'true' },
      {
        name: 'secretKind',
        label: t('vault.fields.secretKind'),
        options: labels.options('SecretKind'),
        multiple: true,
      },
      { name: 'system', label: t('vault.fields.system'), ref: 'system' },
      { name: 'unit', label: t('vault.fields.unit'), ref: 'unit' },
      { name: 'custodian', label: t('vault.fields.custodian'), ref: 'person' },
      {
        name: 'retired',
        label: t('vault.retired'),
        value: 'true',
      },
    ],
    [t, labels],
  )
  const create = mayManage && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('vault.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('vault.title')} subtitle={t('vault.intro')} actions={create} />
      <Counts />
      <RecordTable
        path="/api/vault"
        label={t('vault.title')}
        columns={columns}
        filters={filters}
        defaultSort="renewBy"
        searchParam="q"
        searchHint={t('vault.search')}
        selectable={false}
        exportable={false}
        rowName={(secret) => secret.name}
        card={(secret) => ({
          title: (
            <button type="button" className={styles.open} onClick={() => setOpen(secret.id)}>
              {secret.name}
            </button>
          ),
          meta: (
            <>
              {secret.account} · {secret.custodian.name} · <Renewal secret={secret} />
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('vault.none')} hint={t('vault.noneHint')} action={create} />}
      />
      {open && <EntryDrawer id={open} onClose={() => setOpen(undefined)} />}
      {creating && (
        <EntryForm
          onClose={() => setCreating(false)}
          onSaved={() => {
            setCreating(false)
            for (const queryKey of [VAULT, LIST]) void queries.invalidateQueries({ queryKey })
          }}
        />
      )}
    </>
  )
}
