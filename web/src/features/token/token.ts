export interface ApiToken {
  id: string
  name: string
  /** Empty when it may do whatever its person may. */
  /** Null: as much as its owner may do. */
  permissions: string[] | null
  madeAt: string
  expiresAt: string | null
  lastSeenAt: string | null
}
