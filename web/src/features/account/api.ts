import { queryOptions } from '@tanstack/react-query'
import { api } from '@/shared/api'
import type { RowOf, Schemas } from '@/shared/contract'

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
