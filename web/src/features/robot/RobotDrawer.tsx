import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { useHeld } from '@/shared/useHeld'
import { usePhone } from '@/shared/viewport'
import { type Robot, robotQuery, switchRobot } from './api'
import { PostLog } from './PostLog'
import { RobotForm } from './RobotForm'
import { RobotTrial } from './RobotTrial'
import styles from './robot.module.css'

function Facts({ robot }: { robot: Robot }) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'kind', label: t('robots.kind'), children: labels.value('RobotKind', robot.kind) },
        { key: 'unit', label: t('robots.unit'), children: robot.unit.name },
        { key: 'active', label: t('robots.active'), children: t(robot.active ? 'robots.on' : 'robots.off') },
        { key: 'host', label: t('robots.webhook'), children: t('robots.addressSealed', { host: robot.host }) },
        {
          key: 'signed',
          label: t('robots.secret'),
          children: t(robot.signed ? 'robots.secretThere' : 'robots.secretNone'),
        },
      ]}
    />
  )
}

function Activity({ robot, onChanged }: { robot: Robot; onChanged: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const held = useHeld()
  const change = useMutation({
    mutationFn: () => switchRobot(robot),
    onSuccess: onChanged,
    onError: (error) => {
      if (!held(error)) void message.error(problemText(error))
    },
  })
  if (!robot.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate()}>
        {t('robots.switchOn')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('robots.switchOffSure', { name: robot.name })}
      okText={t('robots.switchOff')}
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutateAsync().catch(() => undefined)}
    >
      <Button danger>{t('robots.switchOff')}</Button>
    </Popconfirm>
  )
}

interface Props {
  id: string
  onChanged: () => void
  onClose: () => void
}

/** A robot: what it is, whether it can be reached, and what it has posted. */
export function RobotDrawer({ id, onChanged, onClose }: Props) {
  const { t } = useTranslation()
  const phone = usePhone()
  const may = useCan('robot:manage')
  const found = useQuery(robotQuery(id))
  const [editing, setEditing] = useState(false)
  if (editing && found.data)
    return (
      <RobotForm
        robot={found.data}
        onClose={() => setEditing(false)}
        onSaved={() => {
          setEditing(false)
          onChanged()
        }}
      />
    )
  return (
    <Drawer open title={found.data?.name ?? t('common.loading')} onClose={onClose} size={phone ? '100%' : 560}>
      <Loaded query={found}>
        {(robot) => (
          <>
            <Facts robot={robot} />
            {may && (
              <>
                <div className={styles.buttons}>
                  <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
                  <Activity robot={robot} onChanged={onChanged} />
                </div>
                <RobotTrial robot={robot.id} onTried={onChanged} />
              </>
            )}
            <PostLog robot={robot.id} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}
