import { useSyncExternalStore } from 'react'

export type Appearance = 'light' | 'dark' | 'system'

const STORED = 'hengwei.appearance'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

function chosen(): Appearance {
  const stored = localStorage.getItem(STORED)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

const isDark = (): boolean => (chosen() === 'system' ? system.matches : chosen() === 'dark')

export function setAppearance(next: Appearance): void {
  localStorage.setItem(STORED, next)
  listeners.forEach((listener) => listener())
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, chosen)
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark)
