import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/shared/copy'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { useCan } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import { alertEventQuery, replayAlert, type AlertEventDetails } from './api'
import { FateTag, useReason } from './FateTag'
import styles from './monitoring.module.css'

/** The body as it came: kept before anything was read from it. */
function rawOf({ raw }: AlertEventDetails): string {
  try {
    return raw ? JSON.stringify(JSON.parse(raw), null, 2) : ''
  } catch {
    return raw ?? ''
  }
}

function Event({ details }: { details: AlertEventDetails }) {
  const { event, occurrence } = details
  const { t } = useTranslation()
  const labels = useLabels()
  const reason = useReason()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const mayReplay = useCan('alert:replay')
  const raw = rawOf(details)
  const again = useMutation({
    mutationFn: () => replayAlert(event.id),
    onSuccess: async () => {
      void message.success(t('alerts.replayed'))
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['alert-events', event.id] }),
        queries.invalidateQueries({ queryKey: ['list', '/api/alert-events'] }),
      ])
    },
    onError: (error) => void message.error(problemText(error)),
  })
  const copy = async () => {
    if (await copyText(raw)) void message.success(t('common.copied'))
  }
  const facts: [string, React.ReactNode][] = [
    [t('alerts.fate'), <FateTag key="fate" fate={event.fate} />],
    [t('alerts.reason'), reason(event.reason)],
    [
      t('alerts.incident'),
      event.incident && (
        <Link key="incident" to={recordPath('INCIDENT', event.incident.id)}>
          {event.incident.number}
        </Link>
      ),
    ],
    [t('alerts.status'), labels.value('AlertStatus', event.status)],
    [t('alerts.severity'), labels.value('AlertSeverity', event.severity?.toString())],
    [t('alerts.ci'), event.ci],
    [t('alerts.value'), occurrence.value],
    [t('alerts.startsAt'), occurrence.startsAt && formatInstant(occurrence.startsAt)],
    [t('alerts.endsAt'), occurrence.endsAt && formatInstant(occurrence.endsAt)],
    [t('alerts.count'), occurrence.count],
    [t('alerts.lastSeenAt'), occurrence.lastSeenAt && formatInstant(occurrence.lastSeenAt)],
    [t('alerts.source'), event.source],
    [t('alerts.receivedAt'), formatInstant(event.receivedAt)],
    [t('alerts.fingerprint'), event.fingerprint],
  ]
  return (
    <div className={styles.event}>
      <Descriptions
        column={1}
        size="small"
        items={facts.map(([label, children]) => ({ key: label, label, children: children || '—' }))}
      />
      <div className={styles.buttons}>
        {mayReplay && (
          <Popconfirm
            title={t('alerts.replaySure')}
            description={t('alerts.replayHint')}
            okText={t('alerts.replay')}
            onConfirm={() => again.mutate()}
          >
            <Button loading={again.isPending}>{t('alerts.replay')}</Button>
          </Popconfirm>
        )}
        <Button onClick={() => void copy()} disabled={!raw}>
          {t('alerts.copyRaw')}
        </Button>
      </div>
      <h3>{t('alerts.raw')}</h3>
      <pre className={styles.raw}>{raw || t('alerts.rawHidden')}</pre>
    </div>
  )
}

export function AlertDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={phone ? '100%' : 640}
      title={t('alerts.event')}
      destroyOnHidden
    >
      {id && <Body id={id} />}
    </Drawer>
  )
}

function Body({ id }: { id: string }) {
  const details = useQuery(alertEventQuery(id))
  return <Loaded query={details}>{(found) => <Event details={found} />}</Loaded>
}
