import { api } from '@/shared/api'
import type { Body, Schemas } from '@/shared/contract'

export type Result = Schemas['BackTestResult']
export type Question = Body<'/api/targets/backtest', 'post'>

/** Changes nothing, however often it is asked. */
export const runBackTest = (body: Question): Promise<Result> => api.post('/api/targets/backtest', { body })

/** Settings that a back-test may replace by a limit. */
export const isLimit = (key: string): boolean => /^sla\.(confirm$|response\.|restore\.|vendor\.)/.test(key)
