import { useLabels } from '@/shared/i18n/labels'
import type { AlertEvent } from './api'
import styles from './monitoring.module.css'

const SIGNS: Record<AlertEvent['fate'], string> = {
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

/** Why: a known reason in words, what the server adds to it behind a colon. */
export function useReason(): (reason: string | null) => string {
  const labels = useLabels()
  return (reason) => {
    const [code, ...details] = (reason ?? '').split(': ')
    return [labels.value('AlertReason', code), ...details].filter(Boolean).join(': ')
  }
}
