import { UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column } from '@/features/record/table'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { mappingsQuery, type ImportView } from './api'
import { MappingsDrawer } from './MappingsDrawer'
import { UploadDrawer } from './UploadDrawer'

export default function ImportListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const mayRun = useCan('import:run')
  const mappings = useQuery({ ...mappingsQuery, enabled: mayRun })
  const [uploading, setUploading] = useState(false)
  const [mapping, setMapping] = useState(false)
  const columns = useMemo(
    (): Column<ImportView>[] => [
      { key: 'fileName', title: t('imports.file'), width: 300, sticky: true, render: (one) => one.fileName },
      { key: 'state', title: t('imports.state'), width: 110, render: (one) => labels.value('ImportState', one.state) },
      {
        key: 'mapping',
        title: t('imports.mapping'),
        width: 180,
        render: (one) => mappings.data?.find((each) => each.id === one.mapping)?.name ?? one.mapping,
      },
      { key: 'rows', title: t('imports.rows'), width: 110, align: 'right', render: (one) => figure(one.rowsRead) },
      {
        key: 'created',
        title: t('imports.created'),
        width: 100,
        align: 'right',
        render: (one) => figure(one.records.created),
      },
      {
        key: 'rejected',
        title: t('imports.rejected'),
        width: 100,
        align: 'right',
        render: (one) => figure(one.records.rejected),
      },
      {
        key: 'startedAt',
        title: t('imports.startedAt'),
        width: 140,
        render: (one) => <RelativeTime at={one.startedAt} />,
      },
    ],
    [t, labels, mappings.data],
  )
  const start = mayRun && (
    <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setUploading(true)}>
      {t('imports.new')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        subtitle={t('imports.hint')}
        actions={
          mayRun && (
            <>
              <Button onClick={() => setMapping(true)}>{t('imports.mapping')}</Button>
              {start}
            </>
          )
        }
      />
      <RecordTable
        path="/api/imports"
        label={t('imports.title')}
        columns={columns}
        searchParam={null}
        selectable={false}
        exportable={false}
        rowHref={(one) => `/imports/${one.id}`}
        rowName={(one) => one.fileName}
        card={(one) => ({
          title: one.fileName,
          meta: (
            <>
              <span>{labels.value('ImportState', one.state)}</span>
              <RelativeTime at={one.startedAt} />
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('imports.none')} hint={t('imports.noneHint')} action={start} />}
      />
      {mapping && <MappingsDrawer onClose={() => setMapping(false)} />}
      {uploading && <UploadDrawer onClose={() => setUploading(false)} />}
    </>
  )
}
