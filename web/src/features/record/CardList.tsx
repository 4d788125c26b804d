import { Link } from '@tanstack/react-router'
import type { Card } from '@/features/record/table'
import styles from './table.module.css'

interface Props<R> {
  rows: R[]
  card: (row: R) => Card
  rowId: (row: R) => string
  rowHref?: ((row: R) => string) | undefined
  label: string
}

/** The list on a phone: two lines each, the whole card is the target. */
export function CardList<R>({ rows, card, rowId, rowHref, label }: Props<R>) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => {
        const { title, meta, action } = card(row)
        const body = (
          <>
            <span className={styles.cardTitle}>{title}</span>
            <span className={styles.cardMeta}>{meta}</span>
          </>
        )
        const href = rowHref?.(row)
        return (
          <li key={rowId(row)} data-id={rowId(row)}>
            {href ? (
              <Link to={href} className={styles.card} data-row-link preload={false}>
                {body}
              </Link>
            ) : (
              <div className={styles.card}>{body}</div>
            )}
            {action && <div className={styles.cardAction}>{action}</div>}
          </li>
        )
      })}
    </ul>
  )
}
