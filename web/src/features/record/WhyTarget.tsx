import { useTranslation } from 'react-i18next'
import { lookUp, useLabels } from '@/shared/i18n/labels'
import { formatInstant, limitWords } from '@/shared/time'
import type { Answer } from './targets'
import styles from './clock.module.css'
import recordStyles from './record.module.css'

/** Which rule or promise it is. */
export function SourceWords({ source }: { source: Answer['source'] }) {
  const { t } = useTranslation()
  if (!source) return null
  return source.setting
    ? t('agreements.byRule', { setting: lookUp(`setting.${source.setting}`) ?? source.setting })
    : t('agreements.byPromise', { agreement: source.agreement, row: source.row })
}

/** What decides one limit, and which agreements were asked before it. */
export function WhyTarget({ answer }: { answer: Answer }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { limit, calendar, effect, dueAt, dueThen } = answer
  return (
    <>
      <p>
        <b>{t('agreements.grants', { limit: limitWords(limit), calendar })}</b>
        <br />
        <SourceWords source={answer.source} />
        {answer.proposed && <span className={recordStyles.quiet}> {t('common.time.proposedShort')}</span>}
      </p>
      {effect && (
        <p>
          {labels.value('ChangeEffect', effect)}
          {dueAt && dueThen && (
            <>
              <br />
              {dueAt === dueThen
                ? t('agreements.dueSame')
                : t('agreements.dueThen', { now: formatInstant(dueAt), then: formatInstant(dueThen) })}
            </>
          )}
        </p>
      )}
      {answer.asked.length > 0 && (
        <ol className={styles.asked}>
          {answer.asked.map((step) => (
            <li key={step.agreement} data-verdict={step.verdict}>
              {step.agreement} <span className={recordStyles.quiet}>{labels.value('Verdict', step.verdict)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
