export interface ApiToken {
  id: string
  name: string
  /** Empty when it may do whatever its person may. */
  permissions: string[]
  madeAt: string
  expiresAt: string | null
  lastSeenAt: string | null
}
