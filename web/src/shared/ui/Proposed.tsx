import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './proposed.module.css'

/** We proposed this figure because the rules leave it open; it is nobody's policy yet. */
export function Proposed() {
  const { t } = useTranslation()
  return (
    <Tooltip title={t('settings.proposedHint')}>
      <span className={styles.proposed}>{t('settings.proposed')}</span>
    </Tooltip>
  )
}
