import { useLabels } from '@/shared/i18n/labels'
import { useRoleName } from '@/shared/roles'
import type { Condition } from './rules'

/** Conditions in words; roles by their names. */
export function useConditionWords(): (conditions: Condition[]) => string {
  const labels = useLabels()
  const role = useRoleName()
  return (conditions) =>
    conditions
      .map(({ field, values }) => {
        const named = field === 'role' ? values.map(role) : values
        return `${labels.field(field)} = ${named.join(' / ')}`
      })
      .join(', ')
}
