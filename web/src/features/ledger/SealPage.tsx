import { CheckCircleOutlined, DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { useCan } from '@/shared/session'
import { formatDay, formatInstant } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { problemText } from '@/shared/ui/problemText'
import { AnchorCheck } from './AnchorCheck'
import { downloadAnchors, sealQuery, verify, type Run, type Seal } from './api'
import styles from './ledger.module.css'
import { Tabs } from './Tabs'

/** How the ledger is sealed, and what proves that it still is. */
export default function SealPage() {
  const { t } = useTranslation()
  const may = useCan('audit:read')
  const seal = useQuery({ ...sealQuery, enabled: may })
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <div className={styles.page}>
      <PageHeader title={t('ledger.tabs.seal')} subtitle={t('ledger.sealHint')} />
      <Tabs />
      <Loaded query={seal}>
        {(found) => (
          <>
            <Chain seal={found} />
            <Runs runs={found.runs} />
            <Anchors anchors={found.anchors} />
            <AnchorCheck />
          </>
        )}
      </Loaded>
    </div>
  )
}

function Chain({ seal }: { seal: Seal }) {
  const { t } = useTranslation()
  return (
    <section className={styles.sheet}>
      <h2>{t('ledger.chain')}</h2>
      <dl className={styles.facts}>
        <dt>{t('ledger.blocks')}</dt>
        <dd>{figure(seal.blocks)}</dd>
        <dt>{t('ledger.sealedLines')}</dt>
        <dd>{figure(seal.lines)}</dd>
        <dt>{t('ledger.waiting')}</dt>
        <dd>{figure(seal.waiting)}</dd>
        <dt>{t('ledger.epoch')}</dt>
        <dd>{figure(seal.epoch)}</dd>
        {seal.last && (
          <>
            <dt>{t('ledger.sealedAt')}</dt>
            <dd>{formatInstant(seal.last.sealedAt)}</dd>
            <dt>{t('ledger.hash')}</dt>
            <dd>
              <code className={styles.hash}>{seal.last.hash}</code>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Outcome({ run }: { run: Run }) {
  const { t } = useTranslation()
  if (!run.endedAt)
    return <Progress percent={run.blocks === 0 ? 0 : Math.floor((run.block / run.blocks) * 100)} size="small" />
  if (!run.fault)
    return (
      <span className={styles.good}>
        <CheckCircleOutlined aria-hidden /> {t('ledger.whole', { blocks: figure(run.block) })}
      </span>
    )
  const where = [
    run.faultBlock == null ? '' : t('ledger.inBlock', { block: figure(run.faultBlock) }),
    run.faultSeq == null ? '' : t('ledger.atLine', { line: figure(run.faultSeq) }),
  ]
  return (
    <Alert
      type="error"
      showIcon
      title={t(`ledger.faults.${run.fault}`)}
      description={
        <>
          {where.filter(Boolean).join(t('common.comma'))} <code className={styles.hash}>{run.faultDetail}</code>
        </>
      }
    />
  )
}

function Runs({ runs }: { runs: Run[] }) {
  const { t } = useTranslation()
  const mayVerify = useCan('audit:verify')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const start = useMutation({
    mutationFn: verify,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ledger', 'seal'] }),
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <section className={styles.sheet}>
      <h2>{t('ledger.verification')}</h2>
      <p className={styles.faint}>{t('ledger.verificationHint')}</p>
      {mayVerify && (
        <Button
          type="primary"
          loading={start.isPending}
          disabled={runs.some((run) => !run.endedAt)}
          onClick={() => start.mutate()}
        >
          {t('ledger.verify')}
        </Button>
      )}
      <ul className={styles.rows}>
        {runs.map((run) => (
          <li key={run.id}>
            <span>
              {formatInstant(run.askedAt)} {run.askedBy?.name}
            </span>
            <Outcome run={run} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Anchors({ anchors }: { anchors: Seal['anchors'] }) {
  const { t } = useTranslation()
  const mayExport = useCan('audit:export')
  return (
    <section className={styles.sheet}>
      <h2>{t('ledger.anchors')}</h2>
      <p className={styles.faint}>{t('ledger.anchorsHint')}</p>
      {anchors.length === 0 && <p>{t('ledger.anchorsNone')}</p>}
      {mayExport && anchors.length > 0 && (
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => downloadAnchors()}>
          {t('ledger.anchorsAll')}
        </Button>
      )}
      <ul className={styles.rows}>
        {anchors.map((anchor) => (
          <li key={anchor.day}>
            <span>
              <b>{formatDay(anchor.day)}</b>{' '}
              {t('ledger.anchorWords', { block: figure(anchor.block), lines: figure(anchor.lines) })}
            </span>
            <code className={styles.hash}>{anchor.hash}</code>
            {mayExport && (
              <Button
                size="small"
                icon={<DownloadOutlined aria-hidden />}
                onClick={() => downloadAnchors(anchor.day)}
                aria-label={t('ledger.anchorOf', { day: formatDay(anchor.day) })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
