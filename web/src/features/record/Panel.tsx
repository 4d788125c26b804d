import { type ReactNode, useId } from 'react'
import styles from './record.module.css'

/** A part of a record's page under its own heading. */
export function Panel({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  const heading = useId()
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <div className={styles.panelHead}>
        <h2 id={heading}>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}
