import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '@/shared/moved'
import { useLabels } from '@/shared/i18n/labels'
import { api } from '@/shared/api'
import { changeSetting, durationMinutes } from '@/shared/settings'
import { useCan } from '@/shared/session'
import { durationWords } from '@/shared/time'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { ReasonDrawer } from '@/shared/ui/ReasonDrawer'
import styles from './approval.module.css'
import { RuleDrawer } from './RuleDrawer'
import { type Rule, RULES, type Stage, toRule } from './rules'
import { useConditionWords } from './useConditionWords'

function StageLine({ stage }: { stage: Stage }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const words = useConditionWords()
  const minutes = durationMinutes(stage.limit)
  const whom =
    stage.whom === 'ROLES'
      ? stage.roles.map((role) => labels.value('Role', role)).join(t('common.comma'))
      : stage.whom === 'PEOPLE'
        ? t('approvals.rules.people', { count: stage.people.length })
        : labels.value('StageWhom', stage.whom)
  return (
    <li>
      <b>{stage.name}</b>{' '}
      <span className={styles.hint}>
        {[
          whom,
          stage.whom === 'ROLES' && labels.value('StageWhere', stage.where),
          `${labels.value('StageMode', stage.mode)}${stage.count ? ` ${stage.count}` : ''}`,
          stage.onRejection !== 'ENDS' && labels.value('StageRejection', stage.onRejection),
          minutes && t('approvals.rules.within', { duration: durationWords(minutes) }),
          stage.onTheSpot && t('approvals.onTheSpot'),
          stage.when.length > 0 && t('approvals.rules.if', { conditions: words(stage.when) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

interface CardProps {
  rule: Rule
  may: boolean
  onEdit: () => void
  onRemove: () => void
  onMove: (by: -1 | 1) => void
  first: boolean
  last: boolean
}

function RuleCard({ rule, may, onEdit, onRemove, onMove, first, last }: CardProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const words = useConditionWords()
  return (
    <li className={styles.rule}>
      <div className={styles.ruleHead}>
        <span>
          <b>{labels.command(rule.operation)}</b>{' '}
          <span className={styles.hint}>
            {[
              rule.kind && labels.value('Kind', rule.kind),
              rule.when.length > 0 && t('approvals.rules.if', { conditions: words(rule.when) }),
              rule.breakGlass && t('approvals.rules.breakable'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {may && (
          <span>
            <Button
              size="small"
              type="text"
              disabled={first}
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={t('approvals.rules.up', { operation: labels.command(rule.operation) })}
              onClick={() => onMove(-1)}
            />
            <Button
              size="small"
              type="text"
              disabled={last}
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={t('approvals.rules.down', { operation: labels.command(rule.operation) })}
              onClick={() => onMove(1)}
            />
            <Button size="small" type="link" onClick={onEdit}>
              {t('common.edit')}
            </Button>
            <Button size="small" type="link" danger onClick={onRemove}>
              {t('common.delete')}
            </Button>
          </span>
        )}
      </div>
      <ol>
        {rule.stages.map((stage, index) => (
          <StageLine key={`${index}${stage.name}`} stage={stage} />
        ))}
      </ol>
    </li>
  )
}

type Draft = { at: number; rule: Rule | undefined } | undefined

function Book({ rules }: { rules: Rule[] }) {
  const { t } = useTranslation()
  const may = useCan('setting:change')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>()
  const [pending, setPending] = useState<Rule[]>()
  const save = (next: Rule[], reason: string) =>
    changeSetting(RULES, { scopeKind: 'GLOBAL', scopeId: null, value: { rules: next }, effectiveFrom: null, reason })
  const saved = () => {
    setDraft(undefined)
    setPending(undefined)
    void queries.invalidateQueries({ queryKey: ['settings'] })
  }
  return (
    <>
      {may && (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setDraft({ at: rules.length, rule: undefined })}
        >
          {t('approvals.rules.new')}
        </Button>
      )}
      {rules.length === 0 ? (
        <EmptyState kind="nothing" title={t('approvals.rules.none')} />
      ) : (
        <ul className={styles.rules} style={{ padding: 0, margin: '12px 0', listStyle: 'none' }}>
          {rules.map((rule, index) => (
            <RuleCard
              key={`${index}${rule.operation}`}
              rule={rule}
              may={may}
              first={index === 0}
              last={index === rules.length - 1}
              onEdit={() => setDraft({ at: index, rule })}
              onRemove={() => setPending(rules.filter((_, at) => at !== index))}
              onMove={(by) => setPending(moved(rules, index, by))}
            />
          ))}
        </ul>
      )}
      {draft && (
        <RuleDrawer
          rule={draft.rule}
          onClose={() => setDraft(undefined)}
          onSaved={saved}
          save={(form) => save(rules.toSpliced(draft.at, 1, toRule(form)), form.reason)}
        />
      )}
      {pending && (
        <ReasonDrawer
          title={t('approvals.rules.change')}
          onClose={() => setPending(undefined)}
          onSaved={saved}
          save={(reason) => save(pending, reason)}
        />
      )}
    </>
  )
}

/** Which acts need consent, and whose; the first rule that fits decides. */
export default function RulesPage() {
  const { t } = useTranslation()
  const may = useCan('setting:read')
  const rules = useQuery({
    queryKey: ['settings', RULES],
    queryFn: ({ signal }) => api.get('/api/settings/{key}', { path: { key: RULES }, signal }),
    enabled: may,
  })
  if (!may) return <EmptyState kind="forbidden" />
  return (
    <>
      <PageHeader title={t('approvals.rules.title')} subtitle={t('approvals.rules.hint')} />
      <Loaded query={rules}>{(found) => <Book rules={(found.setting.value as { rules: Rule[] }).rules} />}</Loaded>
    </>
  )
}
