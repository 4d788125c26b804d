import { useQuery } from '@tanstack/react-query'
import { ManySelect } from '@/shared/ui/ManySelect'
import { api } from '@/shared/api'

interface Props {
  value?: string[]
  onChange?: (ids: string[]) => void
  id?: string
}

/** The robots of chat groups that somebody may know of who makes rules. */
export function RobotPicker({ value, onChange, id }: Props) {
  const robots = useQuery({
    queryKey: ['robots', 'names'],
    queryFn: ({ signal }) => api.get('/api/robots', { query: { size: 100 }, signal }),
    retry: false,
  })
  return (
    <ManySelect
      {...(id && { id })}
      value={value ?? []}
      {...(onChange && { onChange })}
      loading={robots.isFetching}
      options={(robots.data?.rows ?? []).map((robot) => ({ value: robot.id, label: robot.name }))}
      showSearch={{ optionFilterProp: 'label' }}
    />
  )
}
