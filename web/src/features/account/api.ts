import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'
import { lookUp } from '@/shared/i18n/labels'

export type AccountRequestRow = RowOf<'/api/account-requests'>
export type Leaver = RowOf<'/api/leavers'>
export type Consenter = RowOf<'/api/conduct-consents'>
export type Form = Schemas['OpenAccountRequest']
export type Right = Schemas['RequestedRight']
export type ConductVersion = Schemas['ConductRulesVersion']

const orNull = (text: string | null | undefined): string | null => text?.trim() || null

/** What is not asked for in this kind of request is not sent. */
export const fileRequest = (form: Form, idempotencyKey: string) => {
  const closing = form.request === 'CLOSE'
  const own = form.target === 'HENGWEI'
  const another = form.request === 'NEW' && own
  return api.post('/api/account-requests', {
    body: {
      ...form,
      name: form.name.trim(),
      system: own ? null : form.system,
      person: another ? null : form.person,
      staffNumber: form.accountClass === 'PERSON' ? orNull(form.staffNumber) : null,
      post: orNull(form.post),
      rights: closing || !own ? [] : (form.rights ?? []),
      until: closing ? null : form.until,
    },
    idempotencyKey,
  })
}

export type AccountReviewRow = RowOf<'/api/account-reviews'>
export type ReviewLine = RowOf<'/api/account-review-lines'>
export type Verdict = NonNullable<ReviewLine['word']>['verdict']

export const beginReview = (unit: string, idempotencyKey: string) =>
  api.post('/api/account-reviews', { body: { unit }, idempotencyKey })

export const versionsQuery = queryOptions({
  queryKey: ['conduct-rules'],
  queryFn: ({ signal }) => api.get('/api/conduct-rules', { signal }),
})
export const publish = (body: { textZh: string; textEn: string }, idempotencyKey: string) =>
  api.post('/api/conduct-rules', { body, idempotencyKey })

const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => api.get('/api/roles', { signal }),
  staleTime: 5 * 60_000,
})

/** What roles are called in the present language. */
export function useRoleName(): (code: string) => string | undefined {
  const { i18n } = useTranslation()
  const roles = useQuery(rolesQuery).data ?? []
  return (code) => {
    const role = roles.find((one) => one.code === code) as { nameZh?: string; nameEn?: string } | undefined
    return (i18n.language === 'zh-CN' ? role?.nameZh : role?.nameEn) ?? lookUp(`enum.Role.${code}`)
  }
}

/** Roles that can be asked for, by their names. Administrators are appointed one by one. */
const NOT_ASKED_FOR = new Set(['USER', 'PLATFORM_ADMIN', 'USER_ADMIN', 'SYS_AUDITOR'])
export function useRoles(): { value: string; label: string }[] {
  const name = useRoleName()
  const roles = useQuery(rolesQuery).data ?? []
  return roles
    .map((role) => role as { code: string; administration?: string })
    .filter(({ code, administration }) => !NOT_ASKED_FOR.has(code) && (administration ?? 'NONE') === 'NONE')
    .map(({ code }) => ({ value: code, label: name(code) ?? code }))
}
