import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refName, refOptions, type RefType } from '@/features/record/refs'
import { refNameQuery } from '@/features/record/useRefName'
import { ManySelect } from '@/shared/ui/ManySelect'
import { useDebounced } from '@/shared/useDebounced'

interface Props {
  type: RefType
  /** Names of what is chosen already; others are looked up. */
  names?: Record<string, string>
  value?: string[]
  onChange?: (ids: string[]) => void
  id?: string
}

const NONE: Record<string, string> = {}

/** Several units, systems or robots, found by part of their names. */
export function ManyRefs({ type, names = NONE, value = [], onChange, id }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const found = useQuery({ ...refOptions(type, useDebounced(text, 180)), enabled: open })
  const options = (found.data ?? []).map((one) => ({ value: one.id, label: one.name }))
  const others = value.filter((one) => !options.some((option) => option.value === one))
  const looked = useQueries({
    queries: others.map((one) => ({ ...refNameQuery(type, one), enabled: names[one] === undefined })),
  })
  const known = others.map((one, i) => ({ value: one, label: names[one] ?? (looked[i]?.data || '…') }))
  return (
    <ManySelect
      {...(id && { id })}
      value={value}
      showSearch={{ onSearch: setText, filterOption: false }}
      options={[...known, ...options]}
      loading={found.isFetching}
      notFoundContent={
        found.isFetching
          ? t('common.loading')
          : text || type !== 'robot'
            ? t('common.empty.filtered')
            : t('agreements.noRobots')
      }
      onOpenChange={setOpen}
      onChange={(ids: string[]) => {
        for (const one of options)
          if (ids.includes(one.value)) queries.setQueryData(refName(type, one.value), one.label)
        setText('')
        onChange?.(ids)
      }}
    />
  )
}
