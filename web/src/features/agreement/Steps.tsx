import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefName } from '@/features/record/useRefName'
import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import styles from './agreement.module.css'
import { type Step, stepsQuery, writeSteps } from './escalation'
import { StepDrawer } from './StepDrawer'

interface LineProps {
  step: Step
  may: boolean
  onEdit: () => void
  onRemove: () => void
}

function Line({ step, may, onEdit, onRemove }: LineProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const role = useRoleName()
  const group = useRefName('group', step.group ?? undefined)
  const does = [
    ...step.hearers.map((hearer) => labels.value('EscalationHearer', hearer)),
    ...step.roles.map(role),
    step.robots.length > 0 && `${t('agreements.escalation.robots')} × ${step.robots.length}`,
    step.raise && t('agreements.escalation.raise'),
    step.group && `${t('agreements.escalation.group')}${t('common.colon')}${group ?? '…'}`,
  ]
  const by = t(step.wall ? 'agreements.escalation.wall' : 'agreements.escalation.working')
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span>
          <b>{t('agreements.escalation.at', { percent: step.percent, by })}</b>{' '}
          {step.clock ? labels.value('ClockName', step.clock) : t('agreements.escalation.ours')}{' '}
          <span className={styles.quiet}>
            {step.levels.map((level) => labels.value('LevelShort', level)).join(t('common.comma'))}
          </span>
        </span>
        {may && (
          <span>
            <Button size="small" type="link" onClick={onEdit}>
              {t('common.edit')}
            </Button>
            <Button size="small" type="link" danger onClick={onRemove}>
              {t('common.delete')}
            </Button>
          </span>
        )}
      </div>
      <p className={styles.quiet}>{does.filter(Boolean).join(' · ')}</p>
    </li>
  )
}

type Draft = { at: number; step: Step | undefined } | undefined

function List({ steps }: { steps: Step[] }) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>()
  const [pending, setPending] = useState<Step[]>()
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['settings'] })
  }
  return (
    <>
      <p className={styles.quiet}>{t('agreements.escalation.hint')}</p>
      {may && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft({ at: steps.length, step: undefined })}
        >
          {t('agreements.escalation.new')}
        </Button>
      )}
      {steps.length === 0 ? (
        <EmptyState kind="nothing" title={t('agreements.escalation.none')} hint={t('agreements.escalation.noneHint')} />
      ) : (
        <ul className={styles.list}>
          {steps.map((step, index) => (
            <Line
              key={JSON.stringify(step)}
              step={step}
              may={may}
              onEdit={() => setDraft({ at: index, step })}
              onRemove={() => setPending(steps.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      )}
      {draft && (
        <StepDrawer
          step={draft.step}
          onClose={() => setDraft(undefined)}
          onSaved={saved}
          save={(step, reason) => writeSteps(steps.toSpliced(draft.at, 1, step), reason)}
        />
      )}
      {pending && (
        <ReasonDrawer
          title={t('agreements.escalation.change')}
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) => writeSteps(pending, reason)}
        />
      )}
    </>
  )
}

/** What happens on the way of a limit, in the order in which it comes. */
export function Steps() {
  const steps = useQuery(stepsQuery)
  return <Loaded query={steps}>{(found) => <List steps={found} />}</Loaded>
}
