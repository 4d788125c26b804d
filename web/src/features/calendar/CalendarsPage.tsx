import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { calendarsQuery } from '@/shared/calendars'
import { one, useSearchState } from '@/shared/search'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { daysQuery, type Calendar } from './api'
import styles from './calendar.module.css'
import { Month } from './Month'

function CalendarView({ calendar }: { calendar: Calendar }) {
  const { t } = useTranslation()
  const [search, change] = useSearchState()
  const month = dayjs(one(search.month) ?? undefined).startOf('month')
  const days = useQuery(daysQuery(calendar.id, month.format('YYYY-MM-DD'), month.endOf('month').format('YYYY-MM-DD')))
  const go = (months: number) => change({ month: month.add(months, 'month').format('YYYY-MM-DD') })
  return (
    <>
      <div className={styles.bar}>
        <Button icon={<LeftOutlined aria-hidden />} aria-label={t('calendars.previous')} onClick={() => go(-1)} />
        <h2 aria-live="polite">{month.format('YYYY-MM')}</h2>
        <Button icon={<RightOutlined aria-hidden />} aria-label={t('calendars.next')} onClick={() => go(1)} />
        <Button onClick={() => change({ month: undefined })}>{t('calendars.today')}</Button>
      </div>
      <Loaded query={days} rows={10}>
        {(all) => <Month first={month} days={all} />}
      </Loaded>
      <p className={styles.hint}>
        {t('calendars.version', { version: calendar.version, zone: calendar.zone, source: calendar.source })}
      </p>
    </>
  )
}

/** When working time counts: the months of each calendar, with holidays and make-up days. */
export default function CalendarsPage() {
  const { t } = useTranslation()
  const calendars = useQuery(calendarsQuery)
  const [search, change] = useSearchState()
  return (
    <div className={styles.page}>
      <PageHeader title={t('calendars.title')} subtitle={t('calendars.hint')} />
      <Loaded query={calendars}>
        {(all) => {
          const chosen = all.find((calendar) => calendar.id === one(search.calendar)) ?? all[0]
          return chosen ? (
            <>
              <Select
                className={styles.choose ?? ''}
                aria-label={t('calendars.title')}
                value={chosen.id}
                onChange={(calendar: string) => change({ calendar })}
                options={all.map((calendar) => ({ value: calendar.id, label: calendar.name }))}
              />
              <CalendarView calendar={chosen} />
            </>
          ) : (
            <EmptyState kind="unconfigured" />
          )
        }}
      </Loaded>
    </div>
  )
}
