import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, App, Button, Popconfirm, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { durationWords } from '@/shared/time'
import { ListLink } from '@/shared/ui/ListLink'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { cancelImport, importQuery, isWorking, runImport, type ImportView } from './api'
import styles from './importing.module.css'
import { Rejections } from './Rejections'

function Running({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const total = view.totalRows
  const left = total && view.ratePerSecond ? (total - view.rowsRead) / view.ratePerSecond / 60 : null
  return (
    <>
      <Progress
        percent={total ? Math.floor((view.rowsRead / total) * 100) : 0}
        status={isWorking(view.state) ? 'active' : 'normal'}
        aria-label={t('imports.rows')}
      />
      <p className={styles.hint} aria-live="polite">
        {[
          total
            ? t('imports.progress', { read: figure(view.rowsRead), total: figure(total) })
            : t('imports.progressOpen', { read: figure(view.rowsRead) }),
          view.ratePerSecond && t('imports.rate', { rate: figure(Math.round(view.ratePerSecond)) }),
          left !== null && left > 0.5 && t('imports.remaining', { duration: durationWords(left) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}

function Figures({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const figures = [
    ['created', view.records.created],
    ['updated', view.records.updated],
    ['unchanged', view.records.unchanged],
    ['rejected', view.records.rejected],
  ] as const
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`imports.${name}`)}</dt>
          <dd>{figure(value)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('imports.events')}</dt>
        <dd>{figure(view.events)}</dd>
      </div>
    </dl>
  )
}

/** What was cancelled goes on; what failed is tried again. */
const RUN_WORDS: Partial<Record<ImportView['state'], 'imports.goOn' | 'common.retry'>> = {
  CANCELLED: 'imports.goOn',
  FAILED: 'common.retry',
}

function Actions({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { source } = view
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['imports', view.id] })
  const onError = (error: unknown) => void message.error(problemText(error))
  const run = useMutation({ mutationFn: () => runImport(view.id), onSuccess, onError })
  const cancel = useMutation({ mutationFn: () => cancelImport(view.id), onSuccess, onError })
  if (isWorking(view.state))
    return (
      <Popconfirm title={t('imports.cancelSure')} okText={t('imports.cancel')} onConfirm={() => cancel.mutate()}>
        <Button loading={cancel.isPending}>{t('imports.cancel')}</Button>
      </Popconfirm>
    )
  if (view.state === 'DONE')
    return (
      <>
        <ListLink to="/incidents" search={{ source }}>
          <Button>{t('imports.seeIncidents')}</Button>
        </ListLink>
        <ListLink to="/statistics" search={{ source }}>
          <Button type="primary">{t('imports.seeStatistics')}</Button>
        </ListLink>
      </>
    )
  return (
    <Popconfirm
      title={t('imports.runSure', { count: view.records.created + view.records.updated })}
      okText={t('imports.run')}
      onConfirm={() => run.mutate()}
    >
      <Button type="primary" loading={run.isPending}>
        {t(RUN_WORDS[view.state] ?? 'imports.run')}
      </Button>
    </Popconfirm>
  )
}

function Import({ view }: { view: ImportView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const preview = view.state === 'PREVIEWING' || view.state === 'PREVIEWED'
  return (
    <>
      <PageHeader
        title={view.fileName}
        subtitle={labels.value('ImportState', view.state)}
        actions={<Actions view={view} />}
      />
      {view.error && <Alert type="error" showIcon title={t('imports.failed')} description={view.error} />}
      <section className={styles.sheet}>
        <h2>{t(preview ? 'imports.previewTitle' : 'imports.resultTitle')}</h2>
        {preview && <p className={styles.hint}>{t('imports.previewHint')}</p>}
        <Running view={view} />
        <Figures view={view} />
      </section>
      {view.records.rejected > 0 && <Rejections id={view.id} count={view.records.rejected} />}
    </>
  )
}

/** One import from preview to result; it goes on when nobody looks. */
export default function ImportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useQuery(importQuery(id))
  return (
    <div className={styles.page}>
      <Loaded query={view}>{(loaded) => <Import view={loaded} />}</Loaded>
    </div>
  )
}
