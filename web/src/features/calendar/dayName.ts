import { type Labels, shippedName } from '@/shared/i18n/labels'

/** What a day is called: its holiday, else what sort of day it is. */
export const dayName = (day: { name: string | null; kind: string }, labels: Labels): string =>
  day.name ? shippedName(day.name) : labels.value('DayKind', day.kind)
