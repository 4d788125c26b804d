import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import { changeSetting, durationMinutes } from '@/shared/settings'

const RULES = 'level-report.rules'
const ACKNOWLEDGE = 'level-report.acknowledge'

export interface ReportingRule {
  levels: string[]
  role: string
  everyLevel: boolean
  superior: string | null
  robots: string[]
}

interface Reporting {
  rules: ReportingRule[]
  minutes: number
  proposed: boolean
}

export const reportingQuery = queryOptions({
  queryKey: ['settings', RULES, ACKNOWLEDGE],
  queryFn: async ({ signal }): Promise<Reporting> => {
    const read = (key: string) => api.get('/api/settings/{key}', { path: { key }, signal })
    const [rules, acknowledge] = await Promise.all([read(RULES), read(ACKNOWLEDGE)])
    return {
      rules: (rules.setting.value as { rules: ReportingRule[] }).rules,
      minutes: durationMinutes(String(acknowledge.setting.value)) ?? 0,
      proposed: acknowledge.setting.proposed,
    }
  },
})

export const writeRules = (rules: ReportingRule[], reason: string) =>
  changeSetting(RULES, { scopeKind: 'GLOBAL', scopeId: null, value: { rules } as never, effectiveFrom: null, reason })

export const newRule = (): ReportingRule => ({ levels: [], role: '', everyLevel: false, superior: null, robots: [] })
