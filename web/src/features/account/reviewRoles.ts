import type { ReviewLine, Right } from './api'

export const keyOf = ({ role, unit }: Right) => `${role}@${unit}`

/** Granted here, so that it can be withdrawn here; not lent, nor brought by a group of an identity source. */
const granted = ({ lent, source }: ReviewLine['roles'][number]) => !lent && !source

/** The roles that each of the lines holds in its own right, so that one word can take them away from all. */
export function commonRoles(lines: ReviewLine[]): ReviewLine['roles'] {
  const held = lines.map((line) => new Set(line.roles.filter(granted).map(keyOf)))
  return (lines[0]?.roles ?? []).filter((role) => granted(role) && held.every((each) => each.has(keyOf(role))))
}
