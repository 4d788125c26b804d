import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { backUp, type Standing, standingQuery, verify } from './api'
import styles from './backup.module.css'
import { Log } from './Log'
import { Months } from './Months'
import { reasonWords } from './words'

type Run = Standing['lastBackup']

function Failure({ run, title }: { run: Run; title: string }) {
  const { t } = useTranslation()
  if (run?.result !== 'FAILED') return null
  return (
    <Alert
      type="error"
      showIcon
      title={t(title as 'backup.backupFailed', { at: formatInstant(run.finishedAt ?? run.askedAt) })}
      description={reasonWords(run.reason ?? '')}
    />
  )
}

function When({ run }: { run: Run }) {
  const { t } = useTranslation()
  const labels = useLabels()
  if (!run?.result) return t('backup.never')
  return (
    <>
      <RelativeTime at={run.finishedAt ?? run.askedAt} />{' '}
      <span className={run.result === 'FAILED' ? styles.bad : styles.good}>
        {labels.value('RunResult', run.result)}
      </span>
    </>
  )
}

function HowItStands({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { underWay } = standing
  return (
    <>
      <Failure run={standing.lastBackup} title="backup.backupFailed" />
      <Failure run={standing.lastVerification} title="backup.verificationFailed" />
      {underWay && (
        <Alert
          type="info"
          showIcon
          title={t(underWay.startedAt ? 'backup.underWay' : 'backup.waiting', {
            kind: labels.value('RunKind', underWay.kind),
            since: formatInstant(underWay.startedAt ?? underWay.askedAt),
          })}
        />
      )}
      {standing.besideTheData && (
        <Alert type="warning" showIcon title={t('backup.beside')} description={t('backup.besideHint')} />
      )}
      <section className={styles.sheet}>
        <h2>{t('backup.standing')}</h2>
        <dl className={styles.facts}>
          <dt>{t('backup.next')}</dt>
          <dd>{standing.nextAt ? formatInstant(standing.nextAt) : t('backup.off')}</dd>
          <dt>{t('backup.lastBackup')}</dt>
          <dd>
            <When run={standing.lastBackup} />
          </dd>
          <dt>{t('backup.lastVerification')}</dt>
          <dd>
            <When run={standing.lastVerification} />
          </dd>
          <dt>{t('backup.folder')}</dt>
          <dd>
            <code>{standing.folder}</code>
          </dd>
        </dl>
        <p className={styles.quiet}>
          <b>{t('backup.keys')}</b>
          {t('common.colon')}
          {t('backup.keysHint')}
        </p>
      </section>
    </>
  )
}

function Actions() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const ask = useMutation({
    mutationFn: (act: (key: string) => Promise<unknown>) => act(crypto.randomUUID()),
    onSuccess: () => {
      void message.success(t('backup.asked'))
      void queries.invalidateQueries({ queryKey: ['backup'] })
    },
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <>
      <Button onClick={() => ask.mutate(verify)} disabled={ask.isPending}>
        {t('backup.verifyNow')}
      </Button>
      <Button type="primary" onClick={() => ask.mutate(backUp)} disabled={ask.isPending}>
        {t('backup.now')}
      </Button>
    </>
  )
}

/** The product's own backups: how they stand, the months to confirm, and the log. */
export default function BackupPage() {
  const { t } = useTranslation()
  const may = useCan('backup:read')
  const mayRun = useCan('backup:run')
  const queries = useQueryClient()
  const standing = useQuery({ ...standingQuery, enabled: may })
  const ended = `${standing.data?.lastBackup?.id} ${standing.data?.lastVerification?.id} ${standing.data?.underWay?.id}`
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['list', '/api/backups'] })
  }, [queries, ended])
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <div className={styles.page}>
      <PageHeader title={t('backup.title')} subtitle={t('backup.hint')} actions={mayRun && <Actions />} />
      <Loaded query={standing}>{(data) => <HowItStands standing={data} />}</Loaded>
      <Months />
      <h2 className={styles.heading}>{t('backup.log')}</h2>
      <Log />
    </div>
  )
}
