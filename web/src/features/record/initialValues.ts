import type { Action, RecordView } from '@/shared/types'

type Values = Record<string, unknown>

/** What the person would most likely choose: the schema's default, else what the record already says. */
export function initialValues(view: RecordView, action: Action): Values {
  const values: Values = {}
  for (const [name, field] of Object.entries(action.schema.properties ?? {})) {
    const present = view.details[name]
    if (field.default !== undefined) values[name] = field.default
    else if (name === 'level' && view.level) values[name] = view.level
    else if (name === 'group' && view.assignmentGroup) values[name] = view.assignmentGroup.id
    else if (field.enum && typeof present === 'string' && field.enum.includes(present)) values[name] = present
    else if (field.enum?.length === 1 && action.schema.required?.includes(name)) values[name] = field.enum[0]
  }
  return { ...values, ...workedTime(view, action) }
}

/** A report of work usually covers the time since the last step. */
function workedTime(view: RecordView, action: Action): Values {
  const names = action.schema.properties ?? {}
  if (!('startedAt' in names && 'endedAt' in names)) return {}
  const now = Date.now()
  const since = Date.parse(view.updatedAt)
  const recent = now - since < 12 * 3_600_000
  return {
    endedAt: new Date(now).toISOString(),
    ...(recent && { startedAt: view.updatedAt, minutes: Math.max(1, Math.round((now - since) / 60_000)) }),
  }
}
