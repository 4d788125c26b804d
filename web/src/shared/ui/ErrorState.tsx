import { CloudServerOutlined, LockOutlined, CompassOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem } from '@/shared/problem'
import { problemText } from '@/shared/ui/problemText'
import styles from './state.module.css'

/** What happened and what to do; for a page or a part of it that could not be loaded. */
export function ErrorState({ problem: error, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const problem = asProblem(error)
  const icon =
    problem.status === 403 ? (
      <LockOutlined />
    ) : problem.status === 404 ? (
      <CompassOutlined />
    ) : problem.status === 0 ? (
      <CloudServerOutlined />
    ) : (
      <WarningOutlined />
    )
  const hint =
    problem.status === 404
      ? t('common.empty.notFoundHint')
      : problem.status === 403
        ? t('common.empty.forbiddenHint')
        : t('common.error.title')
  return (
    <div className={styles.state} role="alert">
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.title}>{problemText(problem)}</div>
      <div className={styles.hint}>{hint}</div>
      {problem.trace && <div className={styles.code}>{t('common.error.trace', { code: problem.trace })}</div>}
      {onRetry && problem.status !== 403 && problem.status !== 404 && (
        <Button onClick={onRetry}>{t('common.retry')}</Button>
      )}
    </div>
  )
}
