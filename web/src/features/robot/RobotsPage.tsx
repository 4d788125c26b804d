import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { LISTS, type Robot, ROBOTS } from './api'
import { RobotDrawer } from './RobotDrawer'
import { RobotForm } from './RobotForm'
import styles from './robot.module.css'

function Latest({ robot }: { robot: Robot }) {
  const labels = useLabels()
  if (!robot.latest) return <>—</>
  return (
    <>
      <span className={styles.state} data-state={robot.latest.state}>
        {labels.value('PostState', robot.latest.state)}
      </span>{' '}
      <RelativeTime at={robot.latest.at} />
    </>
  )
}

/** The robots that post into chat groups what concerns them. */
export default function RobotsPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const may = useCan('robot:manage')
  const [open, setOpen] = useState<string>()
  const [creating, setCreating] = useState(false)
  const refresh = () => {
    for (const queryKey of [ROBOTS, ...LISTS]) void queries.invalidateQueries({ queryKey })
  }
  const columns = useMemo(
    (): Column<Robot>[] => [
      {
        key: 'name',
        title: t('robots.name'),
        width: 220,
        sticky: true,
        sort: 'name',
        render: (robot) => (
          <button type="button" className={styles.open} onClick={() => setOpen(robot.id)} data-row-link>
            {robot.name}
          </button>
        ),
      },
      { key: 'kind', title: t('robots.kind'), width: 120, render: (robot) => labels.value('RobotKind', robot.kind) },
      { key: 'unit', title: t('robots.unit'), width: 180, render: (robot) => robot.unit.name },
      {
        key: 'active',
        title: t('robots.active'),
        width: 100,
        render: (robot) => t(robot.active ? 'robots.on' : 'robots.off'),
      },
      { key: 'latest', title: t('robots.latest'), width: 220, render: (robot) => <Latest robot={robot} /> },
    ],
    [t, labels],
  )
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/robots'>>[] => [
      { name: 'kind', label: t('robots.kind'), options: labels.options('RobotKind') },
      { name: 'unit', label: t('robots.unit'), ref: 'unit' },
    ],
    [t, labels],
  )
  const create = may && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('robots.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('robots.title')} subtitle={t('robots.intro')} actions={create} />
      <RecordTable
        path="/api/robots"
        label={t('robots.title')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        searchParam="q"
        searchHint={t('robots.search')}
        selectable={false}
        exportable={false}
        rowName={(robot) => robot.name}
        card={(robot) => ({
          title: (
            <button type="button" className={styles.open} onClick={() => setOpen(robot.id)}>
              {robot.name}
            </button>
          ),
          meta: (
            <>
              {labels.value('RobotKind', robot.kind)} · {robot.unit.name} · <Latest robot={robot} />
            </>
          ),
        })}
        empty={<EmptyState kind="unconfigured" title={t('robots.none')} hint={t('robots.noneHint')} action={create} />}
      />
      {open && <RobotDrawer id={open} onChanged={refresh} onClose={() => setOpen(undefined)} />}
      {creating && (
        <RobotForm
          robot={undefined}
          onClose={() => setCreating(false)}
          onSaved={() => {
            setCreating(false)
            refresh()
          }}
        />
      )}
    </>
  )
}
