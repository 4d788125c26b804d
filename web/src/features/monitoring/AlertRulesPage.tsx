import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { alertRulesQuery, changeSource, type AlertRules } from './api'
import { Grades } from './Grades'
import styles from './monitoring.module.css'
import { useRuleChange } from './useRuleChange'
import { Words } from './Words'

type OnResolved = AlertRules['onResolved']
/** A source without a rule of its own. */
const AS_ALL = ''

function Sources({ rules, may }: { rules: AlertRules; may: boolean }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const change = useRuleChange(({ id, onResolved }: { id: string; onResolved: OnResolved | null }) =>
    changeSource(id, { onResolved }),
  )
  const asAll = t('alerts.asAll', { rule: labels.value('OnResolved', rules.onResolved) })
  return (
    <section className={styles.sheet}>
      <h2>{t('alerts.sources')}</h2>
      <p className={styles.hint}>{t('alerts.sourcesHint')}</p>
      {rules.sources.length === 0 && <EmptyState kind="nothing" title={t('alerts.noSources')} compact />}
      <ul className={styles.sources}>
        {rules.sources.map((source) => (
          <li key={source.id}>
            <span>
              <b>{source.name}</b> <span className={styles.hint}>{source.unit.name}</span>
            </span>
            <span>{t('alerts.onResolved')}</span>
            {may ? (
              <Select
                value={source.onResolved ?? AS_ALL}
                options={[{ value: AS_ALL, label: asAll }, ...labels.options('OnResolved')]}
                aria-label={`${t('alerts.onResolved')} ${source.name}`}
                popupMatchSelectWidth={false}
                onChange={(value: string) =>
                  change.mutate({ id: source.id, onResolved: value === AS_ALL ? null : (value as OnResolved) })
                }
              />
            ) : (
              <span>{source.onResolved ? labels.value('OnResolved', source.onResolved) : asAll}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How alerts are judged: all of it data, changed here. */
export default function AlertRulesPage() {
  const { t } = useTranslation()
  const may = useCan('alert:manage')
  const rules = useQuery(alertRulesQuery)
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('alerts.rules')}
        subtitle={t('alerts.rulesHint')}
        actions={
          <Link to="/alert-events">
            <Button>{t('alerts.title')}</Button>
          </Link>
        }
      />
      <Loaded query={rules}>
        {(found) => (
          <>
            <Words words={found.words} may={may} />
            <Grades grades={found.grades} may={may} />
            <Sources rules={found} may={may} />
          </>
        )}
      </Loaded>
    </div>
  )
}
