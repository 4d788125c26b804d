import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { settingQuery } from '@/shared/settings'
import { Proposed } from '@/shared/ui/Proposed'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { durationMinutes } from '@/shared/settings'
import { durationWords } from '@/shared/time'
import styles from './agreement.module.css'
import { ReportingDrawer } from './ReportingDrawer'
import { RuleList } from './RuleList'
import type { ReportingRule, ReportingRules } from './reporting'
import { ScopedRules } from './ScopedRules'

function Head({ rule }: { rule: ReportingRule }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  return (
    <>
      <b>{role(rule.role)}</b>{' '}
      <span className={styles.quiet}>
        {rule.levels.map((level) => labels.value('LevelShort', level)).join(t('common.comma'))}
      </span>
    </>
  )
}

function Does({ rule }: { rule: ReportingRule }) {
  const { t } = useTranslation()
  const role = useRoleName()
  return [
    t(rule.everyLevel ? 'agreements.reporting.everyLevel' : 'agreements.reporting.nearest'),
    rule.superior && t('agreements.reporting.then', { role: role(rule.superior) }),
    rule.robots.length > 0 && `${t('agreements.escalation.robots')} × ${rule.robots.length}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How soon a report has to be acknowledged, as it stands for everybody. */
function Within() {
  const { t } = useTranslation()
  const setting = useQuery(settingQuery('level-report.acknowledge', 'GLOBAL', undefined)).data?.setting
  if (!setting) return null
  return (
    <p className={styles.quiet}>
      {t('agreements.reporting.within', { time: durationWords(durationMinutes(setting.value) ?? 0) })}{' '}
      {setting.proposed && <Proposed />}
    </p>
  )
}

/** Who has to know of faults of which level, and says so. */
export function Reporting() {
  const { t } = useTranslation()
  return (
    <>
      <Within />
      <ScopedRules<ReportingRules> settingKey="level-report.rules">
        {({ rules }, write) => (
          <RuleList
            rules={rules}
            write={(next, reason) => write({ rules: next }, reason)}
            line={(rule) => ({ head: <Head rule={rule} />, text: <Does rule={rule} /> })}
            drawer={(props) => <ReportingDrawer {...props} />}
            words={{
              hint: t('agreements.reporting.hint'),
              add: t('agreements.reporting.new'),
              none: t('agreements.reporting.none'),
              noneHint: t('agreements.reporting.noneHint'),
            }}
          />
        )}
      </ScopedRules>
    </>
  )
}
