import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import styles from './account.module.css'
import { type ConductVersion, type Consenter, publish, versionsQuery } from './api'

function Text({ version }: { version: ConductVersion }) {
  const { i18n } = useTranslation()
  const { t } = useAccountWords()
  return (
    <>
      <p className={styles.muted}>
        {t('conductVersion', { version: version.version, at: formatInstant(version.publishedAt) })}
      </p>
      <div className={styles.text}>{i18n.language === 'zh-CN' ? version.textZh : version.textEn}</div>
    </>
  )
}

function Publishing({ from, onClose }: { from: ConductVersion | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ textZh: string; textEn: string }>
      title={word('conductPublish')}
      initial={from ?? {}}
      save={publish}
      onSaved={() => {
        void queries.invalidateQueries({ queryKey: versionsQuery.queryKey })
        void queries.invalidateQueries({ queryKey: ['list', '/api/conduct-consents'] })
        onClose()
      }}
      onClose={onClose}
    >
      <Alert type="warning" showIcon title={word('conductPublishHint')} style={{ marginBottom: 16 }} />
      {(['textZh', 'textEn'] as const).map((name) => {
        const label = word(name === 'textZh' ? 'conductZh' : 'conductEn')
        return (
          <Form.Item
            key={name}
            name={name}
            label={label}
            rules={[{ required: true, whitespace: true, message: t('common.required', { field: label }) }]}
          >
            <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={20_000} />
          </Form.Item>
        )
      })}
    </FormDrawer>
  )
}

/** The rules of conduct, and who has agreed to them. */
export default function ConductPage() {
  const { t } = useTranslation()
  const { t: word } = useAccountWords()
  const labels = useLabels()
  const versions = useQuery(versionsQuery)
  const [publishing, setPublishing] = useState(false)
  const columns = useMemo(
    (): Column<Consenter>[] => [
      { key: 'name', title: labels.field('name'), width: 140, sticky: true, render: (row) => row.name },
      { key: 'unit', title: labels.field('unit'), width: 160, render: (row) => row.unit.name },
      { key: 'version', title: word('conductOf'), width: 130, render: (row) => row.version ?? word('conductNever') },
      {
        key: 'at',
        title: word('conductAt'),
        width: 170,
        render: (row) => (row.at ? formatInstant(row.at) : '—'),
      },
      { key: 'address', title: word('conductAddress'), width: 150, render: (row) => row.address ?? '—' },
    ],
    [labels, word],
  )
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/conduct-consents'>>[] => [
      { name: 'missing', label: word('conductMissing'), value: 'true' },
    ],
    [word],
  )
  return (
    <>
      <PageHeader
        title={t('people.conduct')}
        subtitle={word('conductHint')}
        actions={
          <Button type="primary" onClick={() => setPublishing(true)}>
            {word('conductPublish')}
          </Button>
        }
      />
      <Loaded query={versions}>
        {([now]) => (now ? <Text version={now} /> : <Alert type="info" title={word('conductNone')} />)}
      </Loaded>
      <h2 className={styles.section}>{word('conductWho')}</h2>
      <RecordTable
        path="/api/conduct-consents"
        label={word('conductWho')}
        columns={columns}
        filters={filters}
        searchParam={null}
        selectable={false}
        exportable={false}
        rowName={(row) => row.name}
        card={(row) => ({
          title: row.name,
          meta: [row.unit.name, row.version ? `${word('conductOf')} ${row.version}` : word('conductNever')].join(' · '),
        })}
        empty={<EmptyState kind="nothing" />}
      />
      {publishing && <Publishing from={versions.data?.[0]} onClose={() => setPublishing(false)} />}
    </>
  )
}
