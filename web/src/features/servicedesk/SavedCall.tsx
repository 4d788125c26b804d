import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/shared/copy'
import styles from './intake.module.css'

export interface Outcome {
  id: string
  number: string
  title: string
  added: boolean
}

/** The number to read to the caller, and the way to the next call. */
export function SavedCall({ outcome, onNext }: { outcome: Outcome; onNext: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = async () => {
    if (await copyText(outcome.number)) void message.success(t('common.copied'))
  }
  return (
    <section className={styles.saved} role="status">
      <CheckCircleOutlined aria-hidden className={styles.savedSign} />
      <div>{t(outcome.added ? 'intake.addedTitle' : 'intake.savedTitle')}</div>
      <div className={styles.savedNumber}>{outcome.number}</div>
      <div>{outcome.title}</div>
      <p className={styles.hint}>{t('intake.savedSay')}</p>
      <div className={styles.savedActions}>
        <Button type="primary" size="large" autoFocus onClick={onNext}>
          {t('intake.next')}
        </Button>
        <Button size="large" onClick={() => void copy()}>
          {t('intake.copyNumber')}
        </Button>
        <Link to={`/incidents/${outcome.id}`} preload={false}>
          <Button size="large">{t('intake.openRecord')}</Button>
        </Link>
      </div>
    </section>
  )
}
