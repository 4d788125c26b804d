/** One thing that would be another: where it stands, what it was, what it would be; undefined where there is nothing. */
export interface Difference {
  path: string[]
  was: unknown
  now: unknown
}

type Thing = Record<string, unknown>

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Things of a list are told apart by their names, else by all they say. */
const nameOf = (value: unknown, index: number): string =>
  isThing(value) && typeof value.name === 'string' ? value.name : `#${index + 1}`

function ofLists(was: unknown[], now: unknown[], path: string[]): Difference[] {
  if (!was.concat(now).every(isThing)) return [{ path, was, now }]
  const left = was.map((value, at) => ({ value, at })).filter(({ value }) => !now.some((one) => same(one, value)))
  const come = now.map((value, at) => ({ value, at })).filter(({ value }) => !was.some((one) => same(one, value)))
  if (left.length === 0 && come.length === 0) return [{ path: [...path, 'order'], was: names(was), now: names(now) }]
  const named = left.filter(({ value }) =>
    come.some((one) => isNamed(value) && nameOf(one.value, 0) === nameOf(value, 0)),
  )
  const pairs = named.map((old) => ({ old, to: come.find((one) => nameOf(one.value, 0) === nameOf(old.value, 0)) }))
  const restLeft = left.filter((one) => !named.includes(one))
  const restCome = come.filter((one) => !pairs.some(({ to }) => to === one))
  const anonymous = restLeft.filter(({ value }) => !isNamed(value))
  const others = restCome.filter(({ value }) => !isNamed(value))
  const paired = anonymous.slice(0, others.length).map((old, index) => ({ old, to: others[index] }))
  const kept = new Set([...paired.map(({ old }) => old), ...paired.map(({ to }) => to)])
  return [
    ...[...pairs, ...paired].flatMap(({ old, to }) =>
      differences(old.value, to?.value, [...path, nameOf(old.value, old.at)]),
    ),
    ...restLeft
      .filter((one) => !kept.has(one))
      .map(({ value, at }) => ({ path: [...path, nameOf(value, at)], was: value, now: undefined })),
    ...restCome
      .filter((one) => !kept.has(one))
      .map(({ value, at }) => ({ path: [...path, nameOf(value, at)], was: undefined, now: value })),
  ]
}

const isNamed = (value: unknown): boolean => isThing(value) && typeof value.name === 'string'
const names = (list: unknown[]): string[] =>
  list.map((value, at) => (isNamed(value) ? nameOf(value, at) : JSON.stringify(value)))

/** What of a value would be another. */
export function differences(was: unknown, now: unknown, path: string[] = []): Difference[] {
  if (same(was, now)) return []
  if (Array.isArray(was) && Array.isArray(now)) return ofLists(was, now, path)
  if (!isThing(was) || !isThing(now)) return [{ path, was, now }]
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap((key) =>
    differences(was[key] ?? undefined, now[key] ?? undefined, [...path, key]),
  )
}
