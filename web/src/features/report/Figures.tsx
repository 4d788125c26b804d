import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { ListLink } from '@/shared/ui/ListLink'
import type { IncidentSearch } from './period'
import type { Statistics } from './api'
import styles from './report.module.css'

/** Rounded first: what is cut off would tell another figure. */
const decimals = (value: number | null, digits = 2): string =>
  value === null ? '—' : figure(Math.round(value * 10 ** digits) / 10 ** digits)

export const percent = (share: number | null): string => (share === null ? '—' : `${decimals(share * 100)}%`)

interface Props {
  found: Statistics
  link: (own: IncidentSearch) => IncidentSearch
}

function Figure({
  label,
  value,
  search,
  children,
}: {
  label: string
  value: string
  search?: IncidentSearch
  children?: ReactNode
}) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>
        {search ? (
          <ListLink to="/incidents" search={search} className={styles.number}>
            {value}
          </ListLink>
        ) : (
          <span className={styles.number}>{value}</span>
        )}
        {children && <span className={styles.detail}>{children}</span>}
      </dd>
    </div>
  )
}

/** The figures first; each opens the incidents it counts. */
export function Figures({ found, link }: Props) {
  const { t } = useTranslation()
  const { met, firstLine, reassigned, reopened, resolution } = found
  const part = (text: string, own: IncidentSearch) => (
    <ListLink to="/incidents" search={link(own)}>
      {text}
    </ListLink>
  )
  return (
    <dl className={styles.figures}>
      <Figure label={t('statistics.total')} value={figure(found.total)} search={link({})}>
        {t('statistics.events', { events: figure(found.events) })}
      </Figure>
      <Figure label={t('statistics.met')} value={percent(met.share)} search={link({ met: 'true' })}>
        {part(t('statistics.metYes', { number: figure(met.yes) }), { met: 'true' })}
        {part(t('statistics.metNo', { number: figure(met.no) }), { met: 'false' })}
        {met.unknown > 0 && <span>{t('statistics.metUnknown', { number: figure(met.unknown) })}</span>}
      </Figure>
      <Figure label={t('statistics.firstLine')} value={percent(firstLine.share)} search={link({ firstLine: 'true' })}>
        {part(t('statistics.incidents', { number: figure(firstLine.yes) }), { firstLine: 'true' })}
      </Figure>
      <Figure
        label={t('statistics.neverReassigned')}
        value={percent(reassigned.neverShare)}
        search={link({ reassigned: 'false' })}
      >
        {part(t('statistics.incidents', { number: figure(reassigned.never) }), { reassigned: 'false' })}
        {part(t('statistics.reassignedMean', { mean: decimals(reassigned.mean, 3), max: reassigned.max }), {
          reassigned: 'true',
        })}
      </Figure>
      <Figure label={t('statistics.reopened')} value={percent(reopened.share)} search={link({ reopened: 'true' })}>
        {part(t('statistics.incidents', { number: figure(reopened.count) }), { reopened: 'true' })}
      </Figure>
      <Figure
        label={t('statistics.median')}
        value={t('statistics.hours', { hours: decimals(resolution.medianHours) })}
        search={link({ resolved: 'true' })}
      >
        <span>{t('statistics.mean', { hours: decimals(resolution.meanHours) })}</span>
        <span>{t('statistics.p90', { hours: decimals(resolution.p90Hours) })}</span>
        {part(t('statistics.resolutionKnown', { number: figure(resolution.known) }), { resolved: 'true' })}
      </Figure>
      <Figure
        label={t('statistics.awaited')}
        value={figure(found.awaitedUser)}
        search={link({ awaitedRequester: 'true' })}
      />
      <Figure
        label={t('statistics.withProblem')}
        value={figure(found.withProblem)}
        search={link({ withProblem: 'true' })}
      />
      <Figure
        label={t('statistics.withChange')}
        value={figure(found.withChange)}
        search={link({ withChange: 'true' })}
      />
    </dl>
  )
}
