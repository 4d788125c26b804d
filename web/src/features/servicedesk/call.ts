import type { Schemas } from '@/shared/contract'
import type { DeskContact } from './api'

/** The desk's form while it is being filled. Everything is text so that it can be kept as a draft. */
export interface CallForm {
  requester?: string | undefined
  requesterName?: string | undefined
  requesterPhone?: string | undefined
  /** Nobody of the directory: name and phone are taken down. */
  unknown?: boolean
  callerName?: string | undefined
  callerPhone?: string | undefined
  /** The caller's own unit, where the directory told it. */
  requesterUnit?: string | undefined
  unit?: string | undefined
  unitName?: string | undefined
  description?: string | undefined
  title?: string | undefined
  occurredAt?: string | undefined
  kind: DeskContact['kind']
  channel: DeskContact['channel']
  impact?: DeskContact['impact'] | undefined
  effect?: DeskContact['effect'] | undefined
  urgency: DeskContact['urgency']
  system?: string | undefined
  systemName?: string | undefined
  line: Schemas['CallLine']
  outcome?: string | undefined
  /** When the first thing was typed: the call began. */
  startedAt?: string | undefined
}

export const emptyCall = (): CallForm => ({
  kind: 'FAULT',
  channel: 'HOTLINE',
  urgency: 'MEDIUM',
  line: 'DESK',
})

/** How a person may have told the desk; alerts and the portal come in by themselves. */
export const byPeople = (channel: string): boolean => channel !== 'ALERT' && channel !== 'PORTAL'

export const isCall = (channel: string): boolean => channel === 'HOTLINE' || channel === 'MOBILE'

const LONGEST = 60

/** The first sentence of what was said makes the title, until somebody writes a better one. */
export function titleOf(description: string | undefined): string {
  const text = (description ?? '').trim()
  const sentence = text.split(/[。！？；\n]|[.!?;](?:\s|$)/, 1)[0]?.trim() ?? ''
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence
}

export const minutesSince = (instant: string | undefined, now: number): number =>
  instant ? Math.max(1, Math.round((now - Date.parse(instant)) / 60_000)) : 1

/** A form whose every question was answered. */
export type FullCall = CallForm & Required<Pick<DeskContact, 'unit' | 'impact' | 'effect'>>

export function asIncident(form: FullCall, defaultOutcome: string, now: number): DeskContact {
  const startedAt = form.startedAt ?? new Date(now).toISOString()
  return {
    kind: form.kind,
    title: form.title?.trim() || titleOf(form.description),
    description: form.description?.trim() ?? '',
    requester: form.requester,
    caller: form.requester ? undefined : { name: form.callerName?.trim() ?? '', phone: form.callerPhone?.trim() ?? '' },
    unit: form.unit,
    channel: form.channel,
    occurredAt: form.occurredAt ?? new Date(now).toISOString(),
    impact: form.impact,
    effect: form.effect,
    urgency: form.urgency,
    system: form.system,
    call: isCall(form.channel)
      ? {
          line: form.line,
          startedAt,
          minutes: minutesSince(startedAt, now),
          outcome: form.outcome?.trim() || defaultOutcome,
        }
      : undefined,
  }
}
