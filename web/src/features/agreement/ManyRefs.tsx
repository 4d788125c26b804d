import { useQuery } from '@tanstack/react-query'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useState } from 'react'
import { refOptions, type RefType } from '@/features/record/refs'
import { useDebounced } from '@/shared/useDebounced'

interface Props {
  type: RefType
  /** Names of what is chosen already. */
  names: Record<string, string>
  value?: string[]
  onChange?: (ids: string[]) => void
  id?: string
}

/** Several units or systems, found by part of their names. */
export function ManyRefs({ type, names, value = [], onChange, id }: Props) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<Record<string, string>>({})
  const found = useQuery({ ...refOptions(type, useDebounced(text, 180)), enabled: open })
  const options = (found.data ?? []).map((one) => ({ value: one.id, label: one.name }))
  const known = value
    .filter((one) => !options.some((option) => option.value === one))
    .map((one) => ({ value: one, label: picked[one] ?? names[one] ?? '…' }))
  return (
    <ManySelect
      {...(id && { id })}
      value={value}
      showSearch={{ onSearch: setText, filterOption: false }}
      options={[...known, ...options]}
      loading={found.isFetching}
      onOpenChange={setOpen}
      onChange={(ids: string[]) => {
        const chosen = options.filter((option) => ids.includes(option.value))
        setPicked({ ...picked, ...Object.fromEntries(chosen.map((option) => [option.value, option.label])) })
        setText('')
        onChange?.(ids)
      }}
    />
  )
}
