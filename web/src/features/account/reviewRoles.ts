import type { ReviewLine, Right } from './api'

export const keyOf = ({ role, unit }: Right) => `${role}@${unit}`

/** The roles that each of the lines holds in its own right, so that one word can take them away from all. */
export function commonRoles(lines: ReviewLine[]): ReviewLine['roles'] {
  const held = lines.map((line) => new Set(line.roles.filter(({ lent }) => !lent).map(keyOf)))
  return (lines[0]?.roles ?? []).filter((role) => !role.lent && held.every((each) => each.has(keyOf(role))))
}
