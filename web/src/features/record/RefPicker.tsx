import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefName } from '@/features/record/useRefName'
import { refName, refOptions, type RefOption, type RefType } from '@/features/record/refs'
import { problemText } from '@/shared/ui/problemText'
import { useDebounced } from '@/shared/useDebounced'
import styles from './RefPicker.module.css'

interface Props {
  type: RefType
  value?: string | undefined
  onChange?: (id: string | undefined, option?: RefOption) => void
  /** The name of the present value, when the caller knows it. */
  label?: string | undefined
  id?: string
  disabled?: boolean
  autoFocus?: boolean
  defaultOpen?: boolean
  'aria-label'?: string
}

/** Choose a person, group, system, unit or record by typing part of its name. */
export function RefPicker({ type, value, onChange, label, ...rest }: Props) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(rest.defaultOpen ?? false)
  const found = useQuery({ ...refOptions(type, useDebounced(text, 180)), enabled: open })
  const options = found.data ?? []
  const named = useRefName(type, label === undefined ? value : undefined)
  const known = value ? (label ?? named ?? '…') : undefined
  const shown = options.map((option) => ({ value: option.id, label: option.name, option }))
  if (value && known && !options.some((option) => option.id === value))
    shown.unshift({ value, label: known, option: { id: value, name: known } })
  return (
    <Select
      {...rest}
      value={value ?? null}
      showSearch={{ onSearch: setText, filterOption: false }}
      allowClear
      placeholder={t(`common.placeholder.${type}`)}
      loading={found.isFetching}
      options={shown}
      notFoundContent={
        found.isError
          ? problemText(found.error)
          : found.isFetching
            ? t('common.loading')
            : text
              ? t('common.empty.filtered')
              : t('common.placeholder.choose')
      }
      optionRender={(entry) => (
        <span className={styles.option}>
          <span>{entry.data.option.name}</span>
          {entry.data.option.hint && <span className={styles.hint}>{entry.data.option.hint}</span>}
        </span>
      )}
      onOpenChange={setOpen}
      onChange={(id: string | null) => {
        const option = options.find((one) => one.id === id)
        if (option) queries.setQueryData(refName(type, option.id), option.name)
        setText('')
        onChange?.(id ?? undefined, option)
      }}
      popupMatchSelectWidth={false}
      style={{ width: '100%', minWidth: 180 }}
    />
  )
}
