import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordQuery } from '@/features/record/record'
import type { RecordView } from '@/shared/types'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { Answer } from './Answer'
import { addComment } from './api'
import { Story } from './Story'
import { StepLine } from './StepLine'
import styles from './selfservice.module.css'

function CommentBox({ id }: { id: string }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: () => addComment(id, text.trim()),
    onSuccess: async () => {
      setText('')
      await queries.invalidateQueries({ queryKey: ['timeline', id] })
    },
  })
  return (
    <section className={styles.sheet}>
      <h2>{t('selfservice.commentTitle')}</h2>
      <Input.TextArea
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={10000}
        placeholder={t('selfservice.commentHint')}
        aria-label={t('selfservice.commentTitle')}
      />
      {send.isError && <Alert type="error" showIcon title={problemText(send.error)} className={styles.alert ?? ''} />}
      <Button
        className={styles.sendComment ?? ''}
        disabled={!text.trim()}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {t('selfservice.commentSend')}
      </Button>
    </section>
  )
}

function Report({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  return (
    <>
      <PageHeader
        title={view.title}
        subtitle={
          <>
            {view.number} · {t('selfservice.reported')} <RelativeTime at={view.openedAt} />
          </>
        }
      />
      <div className={styles.sheet}>
        <StepLine state={view.state} />
        {view.assignee && <p className={styles.handler}>{t('selfservice.handler', { name: view.assignee.name })}</p>}
      </div>
      <Answer view={view} />
      {view.description && (
        <section className={styles.sheet}>
          <h2>{t('selfservice.said')}</h2>
          <p className={styles.said}>{view.description}</p>
        </section>
      )}
      {view.canComment && <CommentBox id={view.id} />}
      <Story id={view.id} />
    </>
  )
}

/** One of my reports: how far it is, what was said, and what I am asked. */
export default function MyReportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const report = useQuery(recordQuery('INCIDENT', id))
  return (
    <div className={styles.page}>
      <Loaded query={report}>{(view) => <Report view={view} />}</Loaded>
    </div>
  )
}
