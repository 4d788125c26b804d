import { Alert, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '@/features/record/CommandForm'
import { useLabels } from '@/shared/i18n/labels'
import type { RecordView } from '@/shared/types'
import { usePhone } from '@/shared/viewport'

interface Props {
  view: RecordView
  command: string | undefined
  onClose: () => void
}

/** Where a command asks for what it needs; the whole screen on a phone. */
export function CommandDrawer({ view, command, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const phone = usePhone()
  const action = view.actions.find((one) => one.command === command)
  return (
    <Drawer
      open={command !== undefined}
      onClose={onClose}
      size={phone ? '100%' : 520}
      title={command ? `${labels.command(command)} · ${view.number}` : ''}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {command && action && <CommandForm key={command} view={view} action={action} onDone={onClose} />}
      {command && !action && (
        <Alert type="info" showIcon title={t('record.staleGone', { command: labels.command(command) })} />
      )}
    </Drawer>
  )
}
