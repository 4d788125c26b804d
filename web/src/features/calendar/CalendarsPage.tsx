import { EditOutlined, LeftOutlined, PlusOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarsQuery, useCalendarName } from '@/shared/calendars'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { type Calendar, daysQuery, detailsQuery } from './api'
import styles from './calendar.module.css'
import { Editor } from './Editor'
import { History } from './History'
import { Month } from './Month'
import { NewCalendar } from './NewCalendar'
import { Year } from './Year'

type Span = 'year' | 'month'

function Steps({ label, span, go }: { label: string; span: Span; go: (steps: number | null) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.bar}>
      <Button icon={<LeftOutlined aria-hidden />} aria-label={t(`calendars.previous.${span}`)} onClick={() => go(-1)} />
      <h2 aria-live="polite">{label}</h2>
      <Button icon={<RightOutlined aria-hidden />} aria-label={t(`calendars.next.${span}`)} onClick={() => go(1)} />
      <Button onClick={() => go(null)}>{t(`calendars.today.${span}`)}</Button>
    </div>
  )
}

function CalendarView({ calendar, editing, onClose }: { calendar: Calendar; editing: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [search, change] = useSearchState()
  const span: Span = one(search.span) === 'month' && !editing ? 'month' : 'year'
  const first = dayjs(one(search.month) ?? undefined).startOf(span)
  const days = useQuery(daysQuery(calendar.id, first.format('YYYY-MM-DD'), first.endOf(span).format('YYYY-MM-DD')))
  const details = useQuery(detailsQuery(calendar.id))
  const nameOf = useCalendarName()
  const go = (steps: number | null) =>
    change({ month: steps === null ? undefined : first.add(steps, span).format('YYYY-MM-DD') })
  return (
    <>
      <div className={styles.bars}>
        {!editing && (
          <Segmented<Span>
            value={span}
            onChange={(next) => change({ span: next === 'year' ? undefined : next })}
            options={[
              { value: 'year', label: t('calendars.year') },
              { value: 'month', label: t('calendars.month') },
            ]}
          />
        )}
        <Steps label={first.format(span === 'year' ? 'YYYY' : 'YYYY-MM')} span={span} go={go} />
      </div>
      <Loaded query={days} rows={10}>
        {(all) => (
          <>
            {all.some((day) => day.unannounced) && (
              <Alert
                type="warning"
                showIcon
                title={t('calendars.unannounced', { year: first.format('YYYY') })}
                style={{ marginBottom: 12 }}
              />
            )}
            {editing ? (
              <Loaded query={details}>
                {(known) => <Editor key={known.latest} details={known} days={all} onClose={onClose} />}
              </Loaded>
            ) : span === 'year' ? (
              <Year days={all} />
            ) : (
              <Month first={first} days={all} />
            )}
          </>
        )}
      </Loaded>
      <p className={styles.hint}>
        {t('calendars.version', { version: calendar.version, zone: calendar.zone, source: calendar.source })}
        {calendar.base && ` ${t('calendars.standsOn', { base: nameOf(calendar.base) })}`}
      </p>
      {!editing && details.data && <History details={details.data} />}
    </>
  )
}

/** When working time counts: the years of each calendar, with holidays and make-up days, and how it came about. */
export default function CalendarsPage() {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery)
  const may = useCan('calendar:publish')
  const [search, change] = useSearchState()
  const [making, make] = useState(false)
  const editing = may && one(search.edit) === 'true'
  const edit = (so: boolean) => change({ edit: so ? 'true' : undefined })
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('calendars.title')}
        subtitle={t('calendars.hint')}
        actions={
          <Space wrap>
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('calendars.print')}
            </Button>
            {may && !editing && (
              <>
                <Button icon={<PlusOutlined aria-hidden />} onClick={() => make(true)}>
                  {t('calendars.new')}
                </Button>
                <Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => edit(true)}>
                  {t('calendars.edit')}
                </Button>
              </>
            )}
          </Space>
        }
      />
      <Loaded query={calendars}>
        {(all) => {
          const named = (id: string | undefined) => all.find((calendar) => calendar.id === id)
          const chosen = named(one(search.calendar)) ?? named('STANDARD') ?? all[0]
          return chosen ? (
            <>
              <Select
                className={styles.choose ?? ''}
                aria-label={t('calendars.title')}
                value={chosen.id}
                disabled={editing}
                onChange={(calendar: string) => change({ calendar })}
                options={all.map((calendar) => ({ value: calendar.id, label: calendar.name }))}
              />
              <CalendarView calendar={chosen} editing={editing} onClose={() => edit(false)} />
            </>
          ) : (
            <EmptyState kind="unconfigured" />
          )
        }}
      </Loaded>
      {making && (
        <NewCalendar
          onClose={() => make(false)}
          onSaved={(id) => {
            make(false)
            void calendars.refetch().then(() => change({ calendar: id, edit: 'true' }))
          }}
        />
      )}
    </div>
  )
}
