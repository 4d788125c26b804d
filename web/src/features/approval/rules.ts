import { durationMinutes, hoursToDuration } from '@/shared/settings'

export const RULES = 'approval.rules'

export interface Condition {
  field: string
  values: string[]
}
export interface Stage {
  name: string
  whom: 'ROLES' | 'PEOPLE' | 'COLLEAGUES'
  roles: string[]
  people: string[]
  where: 'SUBJECT' | 'MAKER' | 'TOP'
  mode: 'ALL' | 'ANY' | 'QUORUM' | 'PERCENT'
  count: number | null
  onRejection: 'ENDS' | 'COUNTS' | 'LEADS_BACK'
  limit: string | null
  onTheSpot: boolean
  when: Condition[]
}
export interface Rule {
  operation: string
  kind: string | null
  when: Condition[]
  stages: Stage[]
  breakGlass: boolean
}

/** A rule as the form holds it: the limit in hours, and why it is changed. */
export interface RuleForm extends Omit<Rule, 'stages'> {
  stages: (Omit<Stage, 'limit'> & { hours: number | null })[]
  reason: string
}

export const newStage = (): RuleForm['stages'][number] => ({
  name: '',
  whom: 'ROLES',
  roles: [],
  people: [],
  where: 'SUBJECT',
  mode: 'ANY',
  count: null,
  onRejection: 'ENDS',
  hours: 24,
  onTheSpot: false,
  when: [],
})

export const newRule = (): Partial<RuleForm> => ({
  kind: null,
  when: [],
  stages: [newStage()],
  breakGlass: false,
})

export function toForm(rule: Rule): Partial<RuleForm> {
  return {
    ...rule,
    stages: rule.stages.map(({ limit, ...stage }) => ({ ...stage, hours: (durationMinutes(limit) ?? 0) / 60 || null })),
  }
}

export function toRule({ reason: _reason, ...form }: RuleForm): Rule {
  return {
    ...form,
    kind: form.kind ?? null,
    when: form.when ?? [],
    breakGlass: Boolean(form.breakGlass),
    stages: form.stages.map(({ hours, ...stage }) => ({
      ...newStageWithoutHours(),
      ...stage,
      count: stage.mode === 'QUORUM' || stage.mode === 'PERCENT' ? (stage.count ?? 1) : null,
      roles: stage.whom === 'ROLES' ? (stage.roles ?? []) : [],
      people: stage.whom === 'PEOPLE' ? (stage.people ?? []).filter(Boolean) : [],
      onTheSpot: Boolean(stage.onTheSpot),
      when: stage.when ?? [],
      limit: hoursToDuration(hours),
    })),
  }
}

function newStageWithoutHours(): Omit<Stage, 'limit'> {
  const { hours: _hours, ...stage } = newStage()
  return stage
}
