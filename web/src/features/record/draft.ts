import { recall } from '@/shared/recall'

/** What was typed and not yet sent. Lives in this tab until it is sent, discarded or the person signs out. */
export interface Draft {
  values: Record<string, unknown>
  /** Names of picked people, groups…, by their id. */
  names: Record<string, string>
}

const keyOf = (owner: string, scope: string): string => `hengwei.draft.${owner}.${scope}`

export const readDraft = (owner: string, scope: string): Draft | null =>
  recall<Draft>(sessionStorage, keyOf(owner, scope)) ?? null

export function keepDraft(owner: string, scope: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(owner, scope), JSON.stringify(draft))
  } catch {
    // A full or forbidden store costs the draft, not the work.
  }
}

export function dropDraft(owner: string, scope: string): void {
  sessionStorage.removeItem(keyOf(owner, scope))
}
