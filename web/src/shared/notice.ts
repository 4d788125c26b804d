import { lookUp } from '@/shared/i18n/labels'
import { stateEnum } from '@/shared/ui/tags'
import type { Notice } from '@/shared/types'

/** The sentence of a notice. Values that have names in our languages are replaced by them first. */
export function noticeText(notice: Notice): string {
  const { key, params } = notice.text
  const named = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, nameOf(name, value, notice) ?? value]),
  )
  const said = key === 'changed' && params.state ? 'moved' : key
  const text = lookUp(`notice.${said}`, { ...named, title: notice.record.title })
  return text ?? notice.record.title
}

function nameOf(name: string, value: string, notice: Notice): string | undefined {
  if (name === 'command') return lookUp(`command.${value}`)
  if (name === 'clock') return lookUp(`enum.ClockName.${value}`)
  if (name === 'level') return lookUp(`enum.Level.${value}`)
  if (name === 'state' || name === 'from' || name === 'to')
    return lookUp(`enum.${stateEnum(notice.record.kind)}.${value}`)
  return undefined
}
