import { Alert, App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '@/shared/copy'
import { formatTime } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'
import { openSecret } from './api'
import styles from './vault.module.css'

interface Props {
  entry: string
  reveal: string
  until: string
  onOpened: () => void
}

/** The password lives in this component's state, for as long as it is shown. */
export function Shown({ entry, reveal, until, onOpened }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [secret, setSecret] = useState<string>()
  const [left, setLeft] = useState(0)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    if (secret === undefined) return undefined
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : setSecret(undefined)), 1000)
    return () => clearTimeout(timer)
  }, [secret, left])
  const show = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const opened = await openSecret(entry, reveal)
      setLeft(opened.shownFor)
      setSecret(opened.secret)
      onOpened()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const copy = async () => {
    if (secret !== undefined && (await copyText(secret))) void message.success(t('common.copied'))
  }
  return (
    <div className={styles.shown}>
      {failure !== undefined && <Alert type="error" showIcon title={problemText(failure)} />}
      {secret === undefined ? (
        <>
          <p className={styles.quiet}>{t('vault.hiddenHint', { until: formatTime(until) })}</p>
          <Button type="primary" loading={busy} onClick={() => void show()} autoFocus>
            {t('vault.show')}
          </Button>
        </>
      ) : (
        <>
          <output className={styles.secret} aria-label={t('vault.password')}>
            {secret}
          </output>
          <p className={styles.quiet} role="timer">
            {t('vault.secondsLeft', { count: left })}
          </p>
          <div className={styles.buttons}>
            <Button type="primary" onClick={() => void copy()}>
              {t('common.copy')}
            </Button>
            <Button onClick={() => setSecret(undefined)}>{t('vault.hide')}</Button>
          </div>
        </>
      )}
    </div>
  )
}
