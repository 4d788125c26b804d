import { DownOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRunNow } from '@/features/record/useRunNow'
import { useLabels } from '@/shared/i18n/labels'
import type { Action, RecordView } from '@/shared/types'
import styles from './record.module.css'

/** Ways back and out are offered, never urged. */
const UNURGED = new Set(['Reopen', 'Cancel', 'Merge', 'Dispute'])

/** What is done to several parts of the record at once has its place on the page, beside them. */
const hasOwnPlace = (action: Action): boolean =>
  Object.values(action.schema.properties ?? {}).some(({ type }) => type === 'array')

const needsNothing = (action: Action): boolean => Object.keys(action.schema.properties ?? {}).length === 0

interface Props {
  view: RecordView
  onCommand: (command: string) => void
  /** At the thumb instead of in the header. */
  sticky: boolean
}

/** What the server says can be done now: one button for the natural next step, the others in a menu. */
export function RecordActions({ view, onCommand, sticky }: Props) {
  const { t } = useTranslation()
  const labels = useLabels()
  const run = useRunNow(view)
  const actions = view.actions.filter((action) => !hasOwnPlace(action))
  if (actions.length === 0) return sticky ? null : <span className={styles.quiet}>{t('record.noActions')}</span>
  const start = (action: Action) => (needsNothing(action) ? run.mutate(action.command) : onCommand(action.command))
  const primary = actions.find((action) => action.primary)
  const others = actions.filter((action) => action !== primary)
  const size = sticky ? 'large' : 'middle'
  const rest = others.length > 0 && (
    <Dropdown
      trigger={['click']}
      placement={sticky ? 'topRight' : 'bottomRight'}
      menu={{
        items: others.map((action) => ({ key: action.command, label: labels.command(action.command) })),
        onClick: ({ key }) => {
          const action = others.find((one) => one.command === key)
          if (action) start(action)
        },
      }}
    >
      <Button
        size={size}
        icon={sticky ? <MoreOutlined aria-hidden /> : <DownOutlined aria-hidden />}
        iconPlacement="end"
      >
        {t('record.moreActions')}
      </Button>
    </Dropdown>
  )
  return (
    <div className={sticky ? styles.bottom : styles.actions} role="group" aria-label={t('common.actions')}>
      <Space size={8} className={sticky ? (styles.thumb ?? '') : ''}>
        {primary && (
          <Button
            type={UNURGED.has(primary.command) ? 'default' : 'primary'}
            size={size}
            loading={run.isPending && run.variables === primary.command}
            onClick={() => start(primary)}
          >
            {labels.command(primary.command)}
          </Button>
        )}
        {rest}
      </Space>
    </div>
  )
}
