import { CloseOutlined, DownOutlined } from '@ant-design/icons'
import { Checkbox, Popover, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayRange } from '@/features/record/DayRange'
import { RefPicker } from '@/features/record/RefPicker'
import { useRefName } from '@/features/record/useRefName'
import type { QuickFilter } from '@/features/record/table'
import { many, one, type Search } from '@/shared/search'
import { formatDay } from '@/shared/time'
import styles from './toolbar.module.css'

interface Props {
  filter: QuickFilter
  search: Search
  onChange: (change: Search) => void
}

/** The parameters a filter speaks for. */
export const namesOf = (filter: QuickFilter): string[] => ('range' in filter ? filter.range : [filter.name])

function useSummary(filter: QuickFilter, search: Search): string | null {
  const { t } = useTranslation()
  const named = useRefName(
    'ref' in filter ? filter.ref : 'unit',
    'ref' in filter ? one(search[filter.name]) : undefined,
  )
  if ('range' in filter) {
    const [from, to] = filter.range.map((name) => one(search[name]))
    if (!from && !to) return null
    const lastDay = to ? formatDay(new Date(Date.parse(to) - 1)) : '…'
    return t('common.list.range', { from: from ? formatDay(from) : '…', to: lastDay })
  }
  const chosen = many(search[filter.name])
  if (chosen.length === 0) return null
  if ('options' in filter)
    return chosen.map((value) => filter.options.find((o) => o.value === value)?.label ?? value).join(t('common.comma'))
  if ('ref' in filter) return named ?? '…'
  return ''
}

function Choices({ filter, search, onChange }: Props): ReactNode {
  if ('range' in filter) {
    const [fromName, toName] = filter.range
    return (
      <DayRange
        label={filter.label}
        from={one(search[fromName])}
        to={one(search[toName])}
        onChange={(from, to) => onChange({ [fromName]: from, [toName]: to })}
      />
    )
  }
  if ('ref' in filter)
    return (
      <RefPicker
        type={filter.ref}
        value={one(search[filter.name])}
        aria-label={filter.label}
        onChange={(id) => onChange({ [filter.name]: id })}
      />
    )
  if ('options' in filter && filter.multiple)
    return (
      <Checkbox.Group
        className={styles.choices ?? ''}
        options={filter.options}
        value={many(search[filter.name])}
        onChange={(values) => onChange({ [filter.name]: values.length ? values : undefined })}
      />
    )
  if ('options' in filter)
    return (
      <Radio.Group
        className={styles.choices ?? ''}
        options={filter.options}
        value={one(search[filter.name]) ?? null}
        onChange={(event) => onChange({ [filter.name]: String(event.target.value) })}
      />
    )
  return null
}

export function FilterChip({ filter, search, onChange }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const summary = useSummary(filter, search)
  const active = summary !== null
  const clear = () => onChange(Object.fromEntries(namesOf(filter).map((name) => [name, undefined])))
  if ('value' in filter) {
    const on = many(search[filter.name]).includes(filter.value)
    return (
      <button
        type="button"
        className={styles.chip}
        aria-pressed={on}
        onClick={() => onChange({ [filter.name]: on ? undefined : filter.value })}
      >
        {filter.label}
      </button>
    )
  }
  return (
    <span className={styles.chipGroup} data-active={active}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={open}
        onOpenChange={setOpen}
        content={<Choices filter={filter} search={search} onChange={onChange} />}
      >
        <button type="button" className={styles.chip} aria-haspopup="dialog" aria-expanded={open} data-active={active}>
          {filter.label}
          {summary && <b className={styles.summary}>{summary}</b>}
          {!active && <DownOutlined aria-hidden className={styles.caret} />}
        </button>
      </Popover>
      {active && (
        <button
          type="button"
          className={styles.clear}
          onClick={clear}
          aria-label={`${t('common.list.clear')} ${filter.label}`}
        >
          <CloseOutlined aria-hidden />
        </button>
      )}
    </span>
  )
}
