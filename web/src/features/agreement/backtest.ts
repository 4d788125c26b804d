import { api } from '@/shared/api'
import type { Body, Schemas } from '@/shared/contract'

export type Result = Schemas['BackTestResult']
export type Question = Body<'/api/targets/backtest', 'post'>

/** Changes nothing, however often it is asked. */
export const runBackTest = (body: Question): Promise<Result> => api.post('/api/targets/backtest', { body })

/** Settings that a back-test of a clock may replace by a limit. */
export const isLimit = (key: string, clock: string): boolean =>
  key === `sla.${clock.toLowerCase()}` || key.startsWith(`sla.${clock.toLowerCase()}.`)

/** What the chosen drafts say, as the API takes it. */
export function layersOf(
  chosen: string[],
  drafts: Map<string, Partial<{ layer: object }>>,
): NonNullable<Question['calendars']> | null {
  const layers = chosen.flatMap((id) => {
    const layer = drafts.get(id)?.layer
    return layer ? [[id, layer] as const] : []
  })
  return layers.length === 0 ? null : (Object.fromEntries(layers) as NonNullable<Question['calendars']>)
}
