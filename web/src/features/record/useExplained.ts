import { one, useSearchState } from '@/shared/search'

/** Which clock explains itself. In the address, so that it opens from wherever its time stands. */
export function useExplained(): [string | undefined, (clock: string | undefined) => void] {
  const [search, change] = useSearchState()
  return [one(search.explain), (clock) => change({ explain: clock })]
}
