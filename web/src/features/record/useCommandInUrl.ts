import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { one, useSearchState } from '@/shared/search'

/** Which command's form is open. In the address, so that a reload reopens it and "back" closes it. */
export function useCommandInUrl(): [string | undefined, (command: string | undefined) => void] {
  const [search, , replace] = useSearchState()
  const navigate = useNavigate()
  const open = useCallback(
    (command: string | undefined) => {
      const { do: _before, ...rest } = search
      if (command) void navigate({ to: '.', search: { ...rest, do: command } as never })
      else replace(rest)
    },
    [search, navigate, replace],
  )
  return [one(search.do), open]
}
