import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import styles from './mywork.module.css'
import { recordPath } from '@/shared/paths'
import type { Schemas } from '@/shared/contract'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PersonName } from '@/shared/ui/people'
import { LevelTag, PriorityTag, StateTag } from '@/shared/ui/tags'
import { TimeLeft } from '@/shared/ui/TimeLeft'

type WorkRow = Schemas['MyWorkRow']

function Item({ row }: { row: WorkRow }) {
  return (
    <li className={styles.item}>
      <Link to={recordPath(row.kind, row.id)} className={styles.link}>
        <span className={styles.title}>{row.title}</span>
        <span className={styles.meta}>
          <span>{row.number}</span>
          <StateTag kind={row.kind} state={row.state} phase={row.phase} />
          <PriorityTag priority={row.priority} />
          <LevelTag level={row.level} />
          <span>{row.unit.name}</span>
          {row.assignee && <PersonName person={row.assignee} short />}
        </span>
      </Link>
      {row.nextDueAt && <TimeLeft dueAt={row.nextDueAt} startedAt={row.openedAt} paused={row.phase === 'WAITING'} />}
    </li>
  )
}

/** The server gives no more of each. */
const MOST = 50

interface Props {
  title: string
  rows: WorkRow[]
  none: string
  hint?: string
}

export function WorkList({ title, rows, none, hint }: Props) {
  const heading = useId()
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {title} {rows.length > 0 && <span>{rows.length < MOST ? rows.length : `${MOST}+`}</span>}
      </h2>
      {rows.length === 0 ? (
        <EmptyState compact kind="nothing" title={none} hint={hint} />
      ) : (
        <ul className={styles.items}>
          {rows.map((row) => (
            <Item key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  )
}
