import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { changeSetting } from '@/shared/settings'

const KEY = 'sla.escalation'

export interface Step {
  clock: string | null
  levels: string[]
  percent: number
  wall: boolean
  hearers: string[]
  roles: string[]
  robots: string[]
  raise: boolean
  group: string | null
}

export const stepsQuery = queryOptions({
  queryKey: ['settings', KEY],
  queryFn: async ({ signal }) => {
    const { setting } = await api.get('/api/settings/{key}', { path: { key: KEY }, signal })
    return (setting.value as { steps: Step[] }).steps
  },
})

export const writeSteps = (steps: Step[], reason: string) =>
  changeSetting(KEY, {
    scopeKind: 'GLOBAL',
    scopeId: null,
    value: { steps: steps.toSorted((one, other) => one.percent - other.percent) } as never,
    effectiveFrom: null,
    reason,
  })

export const newStep = (): Step => ({
  clock: null,
  levels: [],
  percent: 100,
  wall: false,
  hearers: [],
  roles: [],
  robots: [],
  raise: false,
  group: null,
})
