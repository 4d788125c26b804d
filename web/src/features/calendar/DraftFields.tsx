import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import { InstantPicker } from '@/shared/ui/InstantPicker'
import type { Details, Draft } from './api'
import type { Layer, Weekday } from './layer'
import { WeekField } from './WeekField'

interface Props {
  details: Details
  draft: Draft
  set: (change: Partial<Draft>) => void
  wrong: ReadonlySet<Weekday>
  onWrong: (day: Weekday, wrong: boolean) => void
}

/** What a version says besides its days. */
export function DraftFields({ details, draft, set, wrong, onWrong }: Props) {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery)
  const layer = (change: Partial<Layer>) => set({ layer: { ...draft.layer, ...change } })
  const others = (calendars.data ?? []).filter((calendar) => calendar.id !== details.calendar.id)
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t('calendars.name')} htmlFor="calendar-name">
        <Input
          id="calendar-name"
          maxLength={60}
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('calendars.base')} htmlFor="calendar-base" extra={t('calendars.baseHint')}>
        <Select
          id="calendar-base"
          value={draft.layer.base}
          onChange={(base: string | null) => layer({ base })}
          options={[
            { value: null, label: t('calendars.noBase') },
            ...others.map((calendar) => ({ value: calendar.id, label: calendar.name })),
          ]}
        />
      </Form.Item>
      <Form.Item label={t('calendars.zone')} htmlFor="calendar-zone">
        <Select
          id="calendar-zone"
          showSearch
          value={draft.layer.zone}
          onChange={(zone: string | null) => layer({ zone })}
          options={[
            ...(draft.layer.base ? [{ value: null, label: t('calendars.takenOver') }] : []),
            ...Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone })),
          ]}
        />
      </Form.Item>
      <WeekField
        week={draft.layer.weekly}
        under={details.definition.weekly as NonNullable<Layer['weekly']>}
        based={draft.layer.base !== null}
        onChange={(weekly) => layer({ weekly })}
        wrong={wrong}
        onWrong={onWrong}
      />
      <Form.Item label={t('calendars.source')} htmlFor="calendar-source" extra={t('calendars.sourceHint')}>
        <Input
          id="calendar-source"
          maxLength={200}
          value={draft.source}
          onChange={(event) => set({ source: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('calendars.from')} htmlFor="calendar-from" extra={t('calendars.fromHint')}>
        <InstantPicker
          id="calendar-from"
          value={draft.effectiveFrom}
          onChange={(at) => set({ effectiveFrom: at ?? null })}
        />
      </Form.Item>
    </Form>
  )
}
