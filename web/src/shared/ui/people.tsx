import type { GroupRef, PersonRef } from '@/shared/types'
import { useLabels } from '@/shared/i18n/labels'
import styles from './people.module.css'

/** A person by name and unit. */
export function PersonName({ person, short = false }: { person: PersonRef | null | undefined; short?: boolean }) {
  if (!person) return <span className={styles.none}>—</span>
  return (
    <span className={styles.person} title={person.unit ? `${person.name} · ${person.unit}` : person.name}>
      {person.name}
      {!short && person.unit && <span className={styles.unit}> {person.unit}</span>}
    </span>
  )
}

export function GroupName({ group }: { group: GroupRef | null | undefined }) {
  const labels = useLabels()
  if (!group) return <span className={styles.none}>—</span>
  return (
    <span>
      {group.name} <span className={styles.unit}>{labels.value('Line', String(group.line))}</span>
    </span>
  )
}
