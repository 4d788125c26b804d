import i18next from 'i18next'
import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { lookUp } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { durationWords, formatInstant, formatTime } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { feedQuery, type Consumer, type Feed, type Loop } from './api'
import styles from './operation.module.css'
import { ReplayDrawer } from './ReplayDrawer'

const nameOf = (consumer: string): string => lookUp(`operation.names.${consumer}`) ?? consumer

function Sealer({ sealer }: { sealer: Feed['sealer'] }) {
  const { t } = useTranslation()
  return (
    <section className={styles.sheet}>
      <h2>{t('operation.sealer')}</h2>
      <dl className={styles.facts}>
        <dt>{t('operation.horizon')}</dt>
        <dd>{figure(sealer.head)}</dd>
        <dt>{t('operation.sealedAt')}</dt>
        <dd>
          <RelativeTime at={sealer.sealedAt} />
        </dd>
        <dt>{t('operation.epoch')}</dt>
        <dd>{figure(sealer.epoch)}</dd>
      </dl>
      {sealer.blocking ? (
        <Alert
          type="warning"
          showIcon
          title={t('operation.blocking')}
          description={
            <>
              {t('operation.blockingDetail', {
                pid: sealer.blocking.pid,
                since: formatInstant(sealer.blocking.since),
              })}
              <pre className={styles.query}>{sealer.blocking.query}</pre>
            </>
          }
        />
      ) : (
        <p className={styles.good}>
          <CheckCircleOutlined aria-hidden /> {t('operation.notBlocked')}
        </p>
      )}
    </section>
  )
}

const behindWords = (seconds: number): string =>
  seconds < 60 ? i18next.t('settings.seconds', { count: Math.round(seconds) }) : durationWords(seconds / 60)

function Lag({ consumer }: { consumer: Consumer }) {
  const { t } = useTranslation()
  if (consumer.lagLines === 0)
    return (
      <span className={styles.good}>
        <CheckCircleOutlined aria-hidden /> {t('operation.current')}
      </span>
    )
  return (
    <span className={styles.behind}>
      <WarningOutlined aria-hidden />{' '}
      {t('operation.lagWords', {
        lines: figure(consumer.lagLines),
        duration: behindWords(consumer.lagSeconds ?? 0),
      })}
    </span>
  )
}

/** Why a consumer stands, at which line, since when, and when it is tried again. */
function Standing({ consumer }: { consumer: Consumer }) {
  const { t } = useTranslation()
  if (!consumer.error) return null
  return (
    <Alert
      type="error"
      showIcon
      className={styles.standing ?? ''}
      title={t('operation.standing', {
        line: figure(consumer.position + 1),
        since: consumer.failingSince ? formatInstant(consumer.failingSince) : '–',
        retry: consumer.retryAt ? formatTime(consumer.retryAt) : '–',
      })}
      description={<code>{consumer.error}</code>}
    />
  )
}

function Loops({ loops }: { loops: Loop[] }) {
  const { t } = useTranslation()
  const failing = loops.filter((loop) => loop.failingSince)
  return (
    <section className={styles.sheet}>
      <h2>{t('operation.loops')}</h2>
      {failing.length === 0 ? (
        <p className={styles.good}>
          <CheckCircleOutlined aria-hidden /> {t('operation.loopsWell', { count: loops.length })}
        </p>
      ) : (
        failing.map((loop) => (
          <Alert
            key={loop.name}
            type="error"
            showIcon
            title={t('operation.loopFails', {
              name: lookUp(`operation.loopNames.${loop.name}`) ?? loop.name,
              since: formatInstant(loop.failingSince ?? ''),
              count: loop.failures,
            })}
            description={<code>{loop.error}</code>}
          />
        ))
      )}
    </section>
  )
}

/** How far everything that follows from a change has come. */
export default function OperationPage() {
  const { t } = useTranslation()
  const may = useCan('system:observe')
  const mayReplay = useCan('system:replay')
  const feed = useQuery({ ...feedQuery, enabled: may })
  const [replaying, setReplaying] = useState<Consumer>()
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <div className={styles.page}>
      <PageHeader title={t('operation.title')} subtitle={t('operation.hint')} />
      <Loaded query={feed}>
        {({ consumers, sealer, loops }) => (
          <>
            <section className={styles.sheet}>
              <h2>{t('operation.consumers')}</h2>
              {consumers.length === 0 && <EmptyState kind="nothing" title={t('operation.none')} />}
              <ul className={styles.consumers}>
                {consumers.map((consumer) => (
                  <li key={consumer.name}>
                    <span>
                      <b>{nameOf(consumer.name)}</b>
                      <code>{consumer.name}</code>
                    </span>
                    <span className={styles.figures}>
                      {figure(consumer.position)} / {figure(consumer.head)}
                    </span>
                    <Lag consumer={consumer} />
                    {mayReplay && (
                      <Button size="small" onClick={() => setReplaying(consumer)}>
                        {t('operation.replay')}
                      </Button>
                    )}
                    <Standing consumer={consumer} />
                  </li>
                ))}
              </ul>
            </section>
            <Sealer sealer={sealer} />
            <Loops loops={loops} />
          </>
        )}
      </Loaded>
      {replaying && <ReplayDrawer consumer={replaying} onClose={() => setReplaying(undefined)} />}
    </div>
  )
}
