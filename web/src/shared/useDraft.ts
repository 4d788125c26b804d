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

const keyOf = (person: string | undefined, name: string): string => `hengwei.draft.${person ?? 'nobody'}.${name}`

/** What the person has begun and not saved, by what follows the prefix in its name. */
export function useDrafts<T extends object>(prefix: string): Map<string, Partial<T>> {
  const start = keyOf(useMe()?.id, prefix)
  const found = Object.keys(localStorage)
    .filter((key) => key.startsWith(start))
    .map((key) => [key.slice(start.length), recall<Partial<T>>(localStorage, key)] as const)
  return new Map(found.filter((entry): entry is [string, Partial<T>] => entry[1] !== undefined))
}

/** What a person types, kept in this browser until it is saved: a reload or an expired sign-in loses nothing. */
export function useDraft<T extends object>(name: string, initial: () => T): Draft<T> {
  const key = keyOf(useMe()?.id, name)
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
