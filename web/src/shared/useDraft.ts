import { useCallback, useState } from 'react'
import { recall } from '@/shared/recall'
import { useMe } from '@/shared/session'

export interface Draft<T> {
  value: T
  set: (change: Partial<T>) => void
  /** Forget it: what was typed has been saved. */
  clear: () => void
  /** It was found from before and is not what the form begins with. */
  restored: boolean
}

/** What a person types, kept in this browser until it is saved: a reload or an expired sign-in loses nothing. */
export function useDraft<T extends object>(name: string, initial: () => T): Draft<T> {
  const me = useMe()
  const key = `hengwei.draft.${me?.id ?? 'nobody'}.${name}`
  const [draft, setDraft] = useState(() => {
    const found = recall<Partial<T>>(localStorage, key)
    return { value: { ...initial(), ...found }, restored: found !== undefined }
  })
  const set = useCallback(
    (change: Partial<T>) =>
      setDraft((before) => {
        const value = { ...before.value, ...change }
        localStorage.setItem(key, JSON.stringify(value))
        return { ...before, value }
      }),
    [key],
  )
  const clear = useCallback(() => {
    localStorage.removeItem(key)
    setDraft({ value: initial(), restored: false })
  }, [key, initial])
  return { value: draft.value, set, clear, restored: draft.restored }
}
