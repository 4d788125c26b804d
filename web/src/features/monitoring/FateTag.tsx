import { useLabels } from '@/shared/i18n/labels'
import type { AlertEvent } from './api'
import styles from './monitoring.module.css'

const SIGNS: Record<AlertEvent['fate'], string> = {
  PENDING: '…',
  OPENED: '+',
  COUNTED: '×',
  RESOLVED: '✓',
  ANNOTATED: '✎',
  IGNORED: '–',
  FAILED: '!',
}

/** What became of an event. */
export function FateTag({ fate }: { fate: AlertEvent['fate'] }) {
  const labels = useLabels()
  return (
    <span className={styles.fate} data-fate={fate}>
      <b aria-hidden>{SIGNS[fate]}</b> {labels.value('AlertFate', fate)}
    </span>
  )
}
