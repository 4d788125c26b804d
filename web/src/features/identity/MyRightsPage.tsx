import { useTranslation } from 'react-i18next'
import { useMe } from '@/shared/session'
import { PageHeader } from '@/shared/ui/PageHeader'
import { Deputies } from './Deputies'
import styles from './identity.module.css'
import { RightsList } from './RightsList'

/** What I may do and why, and who stands in for me while I am away. */
export default function MyRightsPage() {
  const { t } = useTranslation()
  const me = useMe()
  if (!me) return null
  return (
    <>
      <PageHeader title={t('rights.title')} />
      <div className={styles.mine}>
        <div className={styles.pane}>
          <h2 className={styles.paneTitle}>{t('rights.tabs.rights')}</h2>
          <RightsList person={me.id} unit={me.unit} />
        </div>
        <div className={styles.pane}>
          <h2 className={styles.paneTitle}>{t('rights.tabs.deputies')}</h2>
          <Deputies person={me} />
        </div>
      </div>
    </>
  )
}
