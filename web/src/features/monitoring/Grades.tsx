import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { gradeSeverity, type AlertRules, type Grade } from './api'
import styles from './monitoring.module.css'
import { useRuleChange } from './useRuleChange'

const PARTS = [
  ['impact', 'Impact'],
  ['effect', 'Effect'],
  ['urgency', 'Urgency'],
] as const

/** What an incident looks like that is opened for an alert of this severity. */
export function Grades({ grades, may }: { grades: AlertRules['grades']; may: boolean }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const change = useRuleChange(gradeSeverity)
  const set = (grade: Grade, part: Partial<Grade>) => change.mutate({ ...grade, ...part })
  return (
    <section className={styles.sheet}>
      <h2>{t('alerts.grades')}</h2>
      <div className={styles.scroll}>
        <table className={styles.rules}>
          <thead>
            <tr>
              <th scope="col">{t('alerts.severity')}</th>
              <th scope="col">{t('alerts.opens')}</th>
              {PARTS.map(([name]) => (
                <th key={name} scope="col">
                  {labels.field(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grades.map((grade) => {
              const severity = labels.value('AlertSeverity', `${grade.severity}`)
              return (
                <tr key={grade.severity}>
                  <th scope="row">{severity}</th>
                  <td>
                    <Switch
                      checked={grade.opens}
                      disabled={!may}
                      aria-label={`${t('alerts.opens')} ${severity}`}
                      onChange={(opens) => set(grade, { opens })}
                    />
                  </td>
                  {PARTS.map(([name, enumeration]) => (
                    <td key={name}>
                      {may ? (
                        <Select
                          value={grade[name] as string}
                          options={labels.options(enumeration)}
                          aria-label={`${labels.field(name)} ${severity}`}
                          onChange={(value: string) => set(grade, { [name]: value } as Partial<Grade>)}
                        />
                      ) : (
                        labels.value(enumeration, grade[name])
                      )}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
