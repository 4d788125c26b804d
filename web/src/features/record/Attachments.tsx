import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { api } from '@/shared/api'
import { sizeWords } from '@/shared/figures'
import type { Attachment, RecordView } from '@/shared/types'
import { ErrorState } from '@/shared/ui/ErrorState'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import styles from './record.module.css'

function useUpload(record: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        await api.post('/api/records/{id}/attachments', {
          path: { id: record },
          query: { name: file.name },
          body: file,
        })
      }
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['attachments', record] }),
        queries.invalidateQueries({ queryKey: ['timeline', record] }),
      ]),
  })
}

function List({ files }: { files: Attachment[] }) {
  return (
    <ul className={styles.rows}>
      {files.map((file) => (
        <li key={file.id} className={styles.row}>
          <span>
            <a href={`/api/attachments/${file.id}`} download={file.name}>
              <DownloadOutlined aria-hidden /> {file.name}
            </a>
            <br />
            <span className={styles.quiet}>
              {sizeWords(file.size)} · {file.by?.name} · <RelativeTime at={file.at} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Attachments({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const upload = useUpload(view.id)
  const files = useQuery({
    queryKey: ['attachments', view.id],
    queryFn: () => api.get('/api/records/{id}/attachments', { path: { id: view.id } }),
  })
  const onFiles = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = Array.from(event.target.files ?? [])
    event.target.value = ''
    if (chosen.length) upload.mutate(chosen)
  }
  const button = view.canAttach && (
    <>
      <input ref={input} type="file" multiple hidden onChange={onFiles} aria-label={t('record.upload')} />
      <Button
        size="small"
        type="text"
        icon={<UploadOutlined aria-hidden />}
        loading={upload.isPending}
        onClick={() => input.current?.click()}
      >
        {t('record.upload')}
      </Button>
    </>
  )
  return (
    <Panel title={t('record.attachments')} extra={button}>
      {upload.error && (
        <Alert type="error" showIcon closable title={problemText(upload.error)} style={{ marginBottom: 8 }} />
      )}
      {upload.isPending && (
        <p role="status" className={styles.quiet}>
          {t('record.uploading', { name: upload.variables.map((file) => file.name).join(', ') })}
        </p>
      )}
      {files.isError ? (
        <ErrorState problem={files.error} onRetry={() => void files.refetch()} />
      ) : files.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : files.data.length === 0 ? (
        <p className={styles.quiet}>{t('record.noAttachments')}</p>
      ) : (
        <List files={files.data} />
      )}
    </Panel>
  )
}
