export interface ApiToken {
  id: string
  name: string
  /** Null: as much as its owner may do. */
  permissions: string[] | null
  madeAt: string
  expiresAt: string | null
  lastSeenAt: string | null
}
