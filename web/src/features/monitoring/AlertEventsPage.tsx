import { ControlOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { AlertDrawer } from './AlertDrawer'
import type { AlertEvent } from './api'
import { FateTag, useReason } from './FateTag'
import styles from './monitoring.module.css'

/** Everything that monitoring has sent, and what became of it. */
export default function AlertEventsPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const reason = useReason()
  const [open, setOpen] = useState<string>()
  const columns = useMemo((): Column<AlertEvent>[] => {
    const name = (event: AlertEvent) => (
      <button type="button" className={styles.open} onClick={() => setOpen(event.id)} data-row-link>
        {event.alertName ?? t('alerts.unnamed')}
      </button>
    )
    const incident = (event: AlertEvent) =>
      event.incident && <Link to={recordPath('INCIDENT', event.incident.id)}>{event.incident.number}</Link>
    return [
      { key: 'alertName', title: t('alerts.name'), width: 240, sticky: true, render: name },
      { key: 'fate', title: t('alerts.fate'), width: 130, render: (event) => <FateTag fate={event.fate} /> },
      { key: 'incident', title: t('alerts.incident'), width: 124, render: incident },
      {
        key: 'status',
        title: t('alerts.status'),
        width: 100,
        render: (event) => labels.value('AlertStatus', event.status),
      },
      {
        key: 'severity',
        title: t('alerts.severity'),
        width: 110,
        render: (event) => labels.value('AlertSeverity', event.severity?.toString()),
      },
      { key: 'ci', title: t('alerts.ci'), width: 170, render: (event) => event.ci },
      { key: 'source', title: t('alerts.source'), width: 140, render: (event) => event.source },
      {
        key: 'receivedAt',
        title: t('alerts.receivedAt'),
        width: 150,
        render: (event) => <RelativeTime at={event.receivedAt} />,
      },
      { key: 'reason', title: t('alerts.reason'), width: 260, render: (event) => reason(event.reason) },
      {
        key: 'fingerprint',
        title: t('alerts.fingerprint'),
        width: 160,
        hidden: true,
        render: (one) => one.fingerprint,
      },
    ]
  }, [t, labels, reason])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/alert-events'>>[] => [
      {
        name: 'state',
        label: t('alerts.fate'),
        options: labels.options('AlertFate'),
        multiple: true,
      },
      {
        name: 'status',
        label: t('alerts.status'),
        options: labels.options('AlertStatus'),
      },
    ],
    [t, labels],
  )
  return (
    <>
      <PageHeader
        title={t('alerts.title')}
        subtitle={t('alerts.hint')}
        actions={
          <Link to="/alert-rules">
            <Button icon={<ControlOutlined aria-hidden />}>{t('alerts.rules')}</Button>
          </Link>
        }
      />
      <RecordTable
        path="/api/alert-events"
        label={t('alerts.title')}
        columns={columns}
        filters={filters}
        searchHint={t('alerts.search')}
        selectable={false}
        exportable={false}
        rowName={(event) => event.alertName ?? event.id}
        card={(event) => ({
          title: (
            <button type="button" className={styles.open} onClick={() => setOpen(event.id)}>
              {event.alertName ?? t('alerts.unnamed')}
            </button>
          ),
          meta: (
            <>
              <FateTag fate={event.fate} />
              <span>{event.ci ?? event.source}</span>
              <RelativeTime at={event.receivedAt} />
              {event.incident && <Link to={recordPath('INCIDENT', event.incident.id)}>{event.incident.number}</Link>}
            </>
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('alerts.none')} hint={t('alerts.noneHint')} />}
      />
      <AlertDrawer id={open} onClose={() => setOpen(undefined)} />
    </>
  )
}
