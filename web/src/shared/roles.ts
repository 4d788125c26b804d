import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from './api'
import type { Schemas } from './contract'

export type Role = Schemas['RoleControllerRoleView']

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => api.get('/api/roles', { signal }),
  staleTime: 5 * 60_000,
})

/** Roles are data: their names come from the server, in the language of the reader. */
export function nameOf(role: Role, language: string): string {
  return language === 'zh-CN' ? role.nameZh : role.nameEn
}

/**
 * The name of a role by its code.
 * @param asked false where a page has asked for them that needs them anyway
 */
export function useRoleName(asked = true): (code: string) => string {
  const { i18n } = useTranslation()
  const roles = useQuery({ ...rolesQuery, enabled: asked }).data
  const { language } = i18n
  return useCallback(
    (code: string) => {
      const role = roles?.find((one) => one.code === code)
      return role ? nameOf(role, language) : code
    },
    [roles, language],
  )
}

/** Roles that administer nothing and are not everybody's, to choose from. Administrators are appointed one by one. */
export function useBusinessRoles(): { value: string; label: string }[] {
  const { i18n } = useTranslation()
  const roles = useQuery(rolesQuery).data ?? []
  return roles
    .filter((role) => role.active && role.administration === 'NONE' && role.code !== 'USER')
    .map((role) => ({ value: role.code, label: nameOf(role, i18n.language) }))
}
