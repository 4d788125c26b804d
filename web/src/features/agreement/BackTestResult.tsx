import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { limitWords } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ScrollBox } from '@/shared/ui/ScrollBox'
import styles from './agreement.module.css'
import type { Result } from './backtest'

/** What would have been, beside what was. */
export function BackTestResult({ result, drafted }: { result: Result; drafted: boolean }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const verdict = (value: string) => labels.value('BackTestVerdict', value)
  if (result.clocks === 0)
    return <EmptyState kind="nothing" title={t('agreements.backtest.none')} hint={t('agreements.backtest.noneHint')} />
  const changed = result.pairs.reduce((sum, pair) => (pair.was === pair.would ? sum : sum + pair.clocks), 0)
  return (
    <section className={styles.card} aria-live="polite">
      <h3>{t('agreements.backtest.clocks', { number: figure(result.clocks), changed: figure(changed) })}</h3>
      {result.cut && <Alert type="warning" showIcon title={t('agreements.backtest.cut')} />}
      {!drafted && <p className={styles.quiet}>{t('agreements.backtest.byToday')}</p>}
      {changed === 0 && <p className={styles.quiet}>{t('agreements.backtest.same')}</p>}
      <ScrollBox className={styles.scroll}>
        <table className={styles.promises}>
          <thead>
            <tr>
              <th scope="col">{t('agreements.backtest.was')}</th>
              <th scope="col">{t('agreements.backtest.would')}</th>
              <th scope="col">{t('agreements.backtest.count')}</th>
            </tr>
          </thead>
          <tbody>
            {result.pairs.map((pair) => (
              <tr key={`${pair.was}${pair.would}`} data-changed={pair.was !== pair.would}>
                <td>{verdict(pair.was)}</td>
                <td>{verdict(pair.would)}</td>
                <td>{figure(pair.clocks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {result.changed.length > 0 && (
        <>
          <h3>{t('agreements.backtest.changed')}</h3>
          <ul className={styles.changed}>
            {result.changed.map((one) => (
              <li key={one.record}>
                <Link to={recordPath('INCIDENT', one.record)}>{one.number}</Link> {one.title}{' '}
                <span className={styles.quiet}>
                  {verdict(one.was)} ({limitWords(one.limit)}) → {verdict(one.would)} ({limitWords(one.limitThen)})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
