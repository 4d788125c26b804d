import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { rolesQuery, type Role } from './api'

/** Roles are data: their names come from the server, in the language of the reader. */
export function nameOf(role: Role, language: string): string {
  return language === 'zh-CN' ? role.nameZh : role.nameEn
}

export const dutiesOf = (role: Role, language: string): string => (language === 'zh-CN' ? role.dutiesZh : role.dutiesEn)

/** The name of a role by its code. */
export function useRoleName(): (code: string) => string {
  const { i18n } = useTranslation()
  const roles = useQuery(rolesQuery).data
  const { language } = i18n
  return useCallback(
    (code: string) => {
      const role = roles?.find((one) => one.code === code)
      return role ? nameOf(role, language) : code
    },
    [roles, language],
  )
}
