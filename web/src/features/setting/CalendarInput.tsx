import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'

interface Props {
  id?: string
  value?: string
  onChange?: (id: string) => void
  /** Whether there may be none. */
  none: boolean
}

/** One of the calendars there are. */
export function CalendarInput({ none, ...field }: Props) {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery).data ?? []
  return (
    <Select
      {...field}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...(none ? [{ value: '', label: t('settings.noCalendar') }] : []),
        ...calendars.map((calendar) => ({ value: calendar.id, label: calendar.name })),
      ]}
    />
  )
}
