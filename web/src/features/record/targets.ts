import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Answer = Schemas['TargetTrialAnswer']

/** What is asked of the decision table; with a record, only what is to be other than it is. */
export interface Question {
  record?: string | undefined
  unit?: string | undefined
  system?: string | undefined
  systemClass?: string | undefined
  matter?: string | undefined
  level?: string | undefined
  priority?: string | undefined
}

export const targetsQuery = (question: Question) =>
  queryOptions({
    queryKey: ['targets', question],
    queryFn: ({ signal }) => api.get('/api/targets', { query: { ...question }, signal }),
    enabled: Boolean(question.record ?? question.unit),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
