import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { type Answers, type Robot, saveRobot } from './api'

/** Where it is reached and with what it is signed: written here, sealed there, and never shown again. */
function AccessFields({ robot }: { robot: Robot | undefined }) {
  const { t } = useTranslation()
  const kind = Form.useWatch<Answers['kind'] | undefined>('kind') ?? robot?.kind ?? 'WECOM'
  const secret = Form.useWatch<string | undefined>(['access', 'secret'])
  const label = t('robots.webhook')
  return (
    <>
      <Form.Item
        name={['access', 'webhook']}
        label={label}
        extra={robot ? t('robots.accessKept', { host: robot.host }) : t(`robots.where.${kind}`)}
        rules={[
          {
            required: !robot || Boolean(secret),
            whitespace: true,
            message: t('common.required', { field: label }),
          },
        ]}
      >
        <Input.Password autoComplete="off" spellCheck={false} maxLength={500} placeholder="https://" />
      </Form.Item>
      {kind !== 'WECOM' && (
        <Form.Item name={['access', 'secret']} label={t('robots.secret')} extra={t('robots.secretHint')}>
          <Input.Password autoComplete="new-password" spellCheck={false} maxLength={200} />
        </Form.Item>
      )}
    </>
  )
}

interface Props {
  /** Absent for a new one. */
  robot: Robot | undefined
  onSaved: () => void
  onClose: () => void
}

export function RobotForm({ robot, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <FormDrawer<Answers>
      title={robot ? robot.name : t('robots.new')}
      initial={robot ? { name: robot.name, kind: robot.kind, unit: robot.unit.id } : { kind: 'WECOM' }}
      save={(answers, key) => saveRobot(robot, answers, key)}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('robots.kind')}>
        <Radio.Group optionType="button" disabled={Boolean(robot)} options={labels.options('RobotKind')} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('robots.name')}
        extra={t('robots.nameHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('robots.name') }) }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="unit"
        label={t('robots.unit')}
        hidden={Boolean(robot)}
        rules={[{ required: true, message: t('common.requiredChoice', { field: t('robots.unit') }) }]}
      >
        <RefPicker type="unit" label={robot?.unit.name} />
      </Form.Item>
      <AccessFields robot={robot} />
    </FormDrawer>
  )
}
