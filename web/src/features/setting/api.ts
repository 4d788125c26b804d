import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { Schemas } from '@/shared/contract'

export type Setting = Schemas['SettingControllerSettingView']
export type Step = Schemas['SettingControllerStep']
export type SettingDetails = Schemas['SettingControllerSettingDetails']

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => api.get('/api/settings', { signal }),
})

/** What has been proposed for a setting and waits for consent, as far as one may see it. */
export const proposalsQuery = (key: string) =>
  queryOptions({
    queryKey: ['settings', key, 'proposals'],
    queryFn: ({ signal }) =>
      api.get('/api/approvals', {
        query: { operation: ['ChangeSetting'], subject: key, phase: ['OPEN', 'WAITING'], sort: '-openedAt', size: 20 },
        signal,
      }),
  })
