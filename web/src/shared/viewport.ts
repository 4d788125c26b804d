import { useSyncExternalStore } from 'react'

function watcher(query: string): { subscribe: (listener: () => void) => () => void; matches: () => boolean } {
  const media = window.matchMedia(query)
  return {
    subscribe: (listener) => {
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    matches: () => media.matches,
  }
}

const phone = watcher('(max-width: 767px)')
const wide = watcher('(min-width: 1100px)')

/** A phone held in one hand: cards for tables, tabs for columns, actions at the thumb. */
export const usePhone = (): boolean => useSyncExternalStore(phone.subscribe, phone.matches)
/** Room for the rail beside the story. */
export const useWide = (): boolean => useSyncExternalStore(wide.subscribe, wide.matches)
