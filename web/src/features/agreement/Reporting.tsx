import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { durationWords } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import styles from './agreement.module.css'
import { ReportingDrawer } from './ReportingDrawer'
import { RuleList } from './RuleList'
import { reportingQuery, writeRules } from './reporting'

/** Who has to know of faults of which level, and says so. */
export function Reporting() {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  const query = useQuery(reportingQuery)
  return (
    <Loaded query={query}>
      {({ rules, minutes, proposed }) => (
        <>
          <RuleList
            rules={rules}
            write={writeRules}
            line={(rule) => ({
              head: (
                <>
                  <b>{role(rule.role)}</b>{' '}
                  <span className={styles.quiet}>
                    {rule.levels.map((level) => labels.value('LevelShort', level)).join(t('common.comma'))}
                  </span>
                </>
              ),
              text: [
                t(rule.everyLevel ? 'agreements.reporting.everyLevel' : 'agreements.reporting.nearest'),
                rule.superior && t('agreements.reporting.then', { role: role(rule.superior) }),
                rule.robots.length > 0 && `${t('agreements.escalation.robots')} × ${rule.robots.length}`,
              ]
                .filter(Boolean)
                .join(' · '),
            })}
            drawer={(props) => <ReportingDrawer {...props} />}
            words={{
              hint: t('agreements.reporting.hint', { time: durationWords(minutes) }),
              add: t('agreements.reporting.new'),
              none: t('agreements.reporting.none'),
              noneHint: t('agreements.reporting.noneHint'),
              change: t('agreements.reporting.change'),
            }}
          />
          {proposed && <p className={styles.quiet}>{t('agreements.reporting.proposed')}</p>}
        </>
      )}
    </Loaded>
  )
}
