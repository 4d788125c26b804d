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
