export interface ReportingRule {
  levels: string[]
  role: string
  everyLevel: boolean
  superior: string | null
  robots: string[]
}
export interface ReportingRules {
  rules: ReportingRule[]
}

export const newRule = (): ReportingRule => ({ levels: [], role: '', everyLevel: false, superior: null, robots: [] })
