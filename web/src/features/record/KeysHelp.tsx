import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './keys.module.css'

/** What the keyboard does in a list. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const keys: [string[], string][] = [
    [['↑', '↓', 'k', 'j'], t('common.keys.move')],
    [['Enter'], t('common.keys.open')],
    [['x'], t('common.keys.select')],
    [['/'], t('common.keys.search')],
    [['Ctrl', 'K'], t('common.keys.global')],
    [['?'], t('common.keys.help')],
    [['Esc'], t('common.keys.escape')],
  ]
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('common.keys.title')} width={380} destroyOnHidden>
      <dl className={styles.keys}>
        {keys.map(([combination, meaning]) => (
          <div key={meaning}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
