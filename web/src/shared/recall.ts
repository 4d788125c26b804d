/** What was kept in a browser's store, as it was written; undefined when nothing was, or nothing readable. */
export function recall<T>(store: Storage, key: string): T | undefined {
  try {
    const text = store.getItem(key)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}
