import { useQueryClient } from '@tanstack/react-query'
import type { FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '@/features/record/draft'
import { refName } from '@/features/record/refs'
import { useMe } from '@/shared/session'
import type { Action, FieldSchema } from '@/shared/types'

export type Values = Record<string, unknown>

/** What was filled in; what was left empty is not sent. */
export const filled = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )

/** The thing a field refers to by an id, with its name's place among the queries. */
const nameOf = (field: FieldSchema | undefined, id: unknown) =>
  field?.['x-ref'] && typeof id === 'string' ? { id, key: refName(field['x-ref'], id) } : undefined

/** What is typed into a command's form outlives a reload, a lost line and an expired sign-in, names included. */
export function useCommandDraft(record: string, action: Action, form: FormInstance<Values>) {
  const queries = useQueryClient()
  const owner = useMe()?.id ?? ''
  const scope = `${record}.${action.command}`
  const fields = action.schema.properties
  const [draft] = useState(() => readDraft(owner, scope))
  const [restored, setRestored] = useState(draft !== null)
  useEffect(() => {
    for (const [name, value] of Object.entries(draft?.values ?? {})) {
      const named = nameOf(fields?.[name], value)
      const known = named && draft?.names[named.id]
      if (known) queries.setQueryData(named.key, known)
    }
  }, [draft, fields, queries])
  const keep = () => {
    const values = filled(form.getFieldsValue())
    const names: Record<string, string> = {}
    for (const [name, value] of Object.entries(values)) {
      const named = nameOf(fields?.[name], value)
      const known = named && queries.getQueryData<string>(named.key)
      if (known) names[named.id] = known
    }
    keepDraft(owner, scope, { values, names })
  }
  const drop = () => {
    dropDraft(owner, scope)
    setRestored(false)
  }
  return { values: draft?.values, restored, keep, drop }
}
