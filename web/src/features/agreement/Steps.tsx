import { useTranslation } from 'react-i18next'
import { useRefName } from '@/features/record/useRefName'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import styles from './agreement.module.css'
import { type Escalation, inOrder, type Step } from './escalation'
import { RuleList } from './RuleList'
import { ScopedRules } from './ScopedRules'
import { StepDrawer } from './StepDrawer'

function Head({ step }: { step: Step }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const by = t(step.wall ? 'agreements.escalation.wall' : 'agreements.escalation.working')
  return (
    <>
      <b>{t('agreements.escalation.at', { percent: step.percent, by })}</b>{' '}
      {step.clock ? labels.value('ClockName', step.clock) : t('agreements.escalation.ours')}{' '}
      <span className={styles.quiet}>
        {step.levels.map((level) => labels.value('LevelShort', level)).join(t('common.comma'))}
      </span>
    </>
  )
}

function Does({ step }: { step: Step }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  const group = useRefName('group', step.group ?? undefined)
  return [
    ...step.hearers.map((hearer) => labels.value('EscalationHearer', hearer)),
    ...step.roles.map(role),
    step.robots.length > 0 && `${t('agreements.escalation.robots')} × ${step.robots.length}`,
    step.raise && t('agreements.escalation.raise'),
    step.group && `${t('agreements.escalation.group')}${t('common.colon')}${group ?? '…'}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What happens on the way of a limit, in the order in which it comes. */
export function Steps() {
  const { t } = useTranslation()
  return (
    <ScopedRules<Escalation> settingKey="sla.escalation">
      {({ steps }, write) => (
        <RuleList
          rules={steps}
          write={(rules, reason) => write(inOrder(rules), reason)}
          line={(step) => ({ head: <Head step={step} />, text: <Does step={step} /> })}
          drawer={(props) => <StepDrawer {...props} />}
          words={{
            hint: t('agreements.escalation.hint'),
            add: t('agreements.escalation.new'),
            none: t('agreements.escalation.none'),
            noneHint: t('agreements.escalation.noneHint'),
          }}
        />
      )}
    </ScopedRules>
  )
}
