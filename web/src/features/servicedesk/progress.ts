/** The four steps a requester can tell apart. */
export const STEPS = ['received', 'working', 'confirm', 'done'] as const
export type Step = (typeof STEPS)[number]

const AT: Record<string, Step> = {
  RECORDED: 'received',
  CLASSIFIED: 'received',
  INVESTIGATING: 'working',
  WAITING: 'working',
  RESOLVED: 'working',
  VERIFYING: 'confirm',
  VERIFIED: 'done',
  CLOSED: 'done',
}

/** Where a report is; null where it went no further because it was cancelled or merged. */
export const stepOf = (state: string): Step | null => AT[state] ?? null
