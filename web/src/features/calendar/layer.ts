/** What a calendar says itself, as the API spells it, and what a person does to it. */
export type Weekday = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY'
export const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

export interface OneOff {
  date: string
  window: string
  worked: boolean
  reason: string
}

export interface Layer {
  base: string | null
  zone: string | null
  weekly: Partial<Record<Weekday, string[]>> | null
  holidays: Record<string, string>
  makeUpDays: Record<string, { like: Weekday; name: string }>
  oneOffs: OneOff[]
  years: number[]
  standardDay: number | null
}

/** A calendar that takes everything over. */
export const layerOn = (base: string): Layer => ({
  base,
  zone: null,
  weekly: null,
  holidays: {},
  makeUpDays: {},
  oneOffs: [],
  years: [],
  standardDay: null,
})

/** What a person says of one day; nothing leaves the day to the week and the calendar below. */
export type DayWord =
  | { kind: 'HOLIDAY'; name: string }
  | { kind: 'MAKE_UP'; name: string; like: Weekday }
  | { kind: 'CLOSED' | 'EXTRA'; name: string; window: string }

export function wordsOf(layer: Layer, date: string): DayWord[] {
  const holiday = layer.holidays[date]
  const makeUp = layer.makeUpDays[date]
  return [
    ...(holiday ? [{ kind: 'HOLIDAY', name: holiday } as const] : []),
    ...(makeUp ? [{ kind: 'MAKE_UP', ...makeUp } as const] : []),
    ...layer.oneOffs
      .filter((one) => one.date === date)
      .map(({ window, worked, reason }) => ({ kind: worked ? 'EXTRA' : 'CLOSED', name: reason, window }) as const),
  ]
}

const without = <T>(days: Record<string, T>, date: string): Record<string, T> =>
  Object.fromEntries(Object.entries(days).filter(([day]) => day !== date))

export function withoutDay(layer: Layer, date: string): Layer {
  return {
    ...layer,
    holidays: without(layer.holidays, date),
    makeUpDays: without(layer.makeUpDays, date),
    oneOffs: layer.oneOffs.filter((one) => one.date !== date),
  }
}

/** A day is a holiday or a make-up day; windows come on top of either. */
export function withWord(layer: Layer, date: string, word: DayWord): Layer {
  if (word.kind === 'HOLIDAY')
    return {
      ...layer,
      holidays: { ...layer.holidays, [date]: word.name },
      makeUpDays: without(layer.makeUpDays, date),
    }
  if (word.kind === 'MAKE_UP')
    return {
      ...layer,
      holidays: without(layer.holidays, date),
      makeUpDays: { ...layer.makeUpDays, [date]: { like: word.like, name: word.name } },
    }
  const added = { date, window: word.window, worked: word.kind === 'EXTRA', reason: word.name }
  return { ...layer, oneOffs: [...layer.oneOffs, added] }
}

export interface NoticeDays {
  holidays: Record<string, string>
  makeUpDays: Record<string, { like: Weekday; name: string }>
  years: number[]
}

/** A notice says all there is to say about the years it speaks for; windows of single days stay. */
export function withNotice(layer: Layer, notice: NoticeDays): Layer {
  const spokenFor = (date: string) => notice.years.includes(Number(date.slice(0, 4)))
  const kept = <T>(days: Record<string, T>, others: object) =>
    Object.fromEntries(Object.entries(days).filter(([date]) => !spokenFor(date) && !(date in others)))
  return {
    ...layer,
    holidays: { ...kept(layer.holidays, notice.makeUpDays), ...notice.holidays },
    makeUpDays: { ...kept(layer.makeUpDays, notice.holidays), ...notice.makeUpDays },
    years: [...new Set([...layer.years, ...notice.years])].sort((a, b) => a - b),
  }
}

const WINDOW = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** `9:00-12:00, 13:30–18:00` as people type it; null when it cannot be read. */
export function windowsOf(text: string): string[] | null {
  const parts = text
    .split(/[,，;；\s]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .replace(/[–—~]/g, '-')
        .replace(/：/g, ':')
        .replace(/\b(\d):/g, '0$1:'),
    )
  return parts.every((part) => WINDOW.test(part) && part.slice(0, 5) !== part.slice(6)) ? parts : null
}
