import { CheckOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { STEPS, stepOf } from './progress'
import styles from './selfservice.module.css'

/** How far a report has come, in four words. */
export function StepLine({ state }: { state: string }) {
  const { t } = useTranslation()
  const step = stepOf(state)
  if (step === null)
    return (
      <div className={styles.stopped}>{t(state === 'MERGED' ? 'selfservice.merged' : 'selfservice.cancelled')}</div>
    )
  const at = STEPS.indexOf(step)
  return (
    <ol className={styles.steps} aria-label={t('selfservice.progress')}>
      {STEPS.map((one, index) => {
        const past = index < at || (index === at && step === 'done')
        return (
          <li key={one} data-past={past} data-now={index === at} aria-current={index === at ? 'step' : undefined}>
            <span className={styles.dot} aria-hidden>
              {past && <CheckOutlined />}
            </span>
            {t(`selfservice.steps.${one}`)}
          </li>
        )
      })}
    </ol>
  )
}
