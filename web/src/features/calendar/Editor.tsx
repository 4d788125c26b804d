import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Space, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '@/shared/ui/problemText'
import { SaveFailure } from '@/shared/ui/SaveFailure'
import { useDraft } from '@/shared/useDraft'
import { useHeld } from '@/shared/useHeld'
import { type Changes, type Day, type Details, type Draft, previewCalendar, publishCalendar, readNotice } from './api'
import { ChangeList } from './ChangeList'
import { DayForm } from './DayForm'
import { DraftFields } from './DraftFields'
import styles from './editor.module.css'
import { type Layer, type Weekday, withNotice } from './layer'
import { Year } from './Year'

const touchedBy = (layer: Layer): ReadonlySet<string> =>
  new Set([
    ...Object.keys(layer.holidays),
    ...Object.keys(layer.makeUpDays),
    ...layer.oneOffs.map((oneOff) => oneOff.date),
  ])

function NoticeFile({ onRead }: { onRead: (content: string) => void }) {
  const { t } = useTranslation()
  return (
    <Upload
      accept=".json,.ics,application/json,text/calendar"
      showUploadList={false}
      beforeUpload={(file) => {
        void file.text().then(onRead)
        return false
      }}
    >
      <Button>{t('calendars.import')}</Button>
    </Upload>
  )
}

interface Props {
  details: Details
  /** Of the year looked at, as they are now. */
  days: Day[]
  onClose: () => void
}

/** The next version of a calendar: written down, tried against everything that runs, then published. */
export function Editor({ details, days, onClose }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const held = useHeld()
  const { id } = details.calendar
  const { value, set, clear, restored } = useDraft<Draft & { seen: number }>(`calendar.${id}`, () => ({
    name: details.calendar.name,
    layer: details.layer,
    source: '',
    effectiveFrom: null,
    seen: details.latest,
  }))
  const { seen, ...draft } = value
  const [picked, pick] = useState<string | null>(null)
  const [wrong, setWrong] = useState<ReadonlySet<Weekday>>(new Set())
  const [birth, setBirth] = useState(0)
  const onWrong = (day: Weekday, isWrong: boolean) =>
    setWrong((before) => new Set([...before].filter((one) => one !== day).concat(isWrong ? [day] : [])))
  const startAnew = () => {
    clear()
    setWrong(new Set())
    setBirth((before) => before + 1)
  }
  const [tried, setTried] = useState<{ of: string; changes: Changes } | null>(null)
  const now = JSON.stringify(draft)
  const change = (layer: Layer) => set({ layer })
  const preview = useMutation({
    mutationFn: () => previewCalendar(id, draft),
    onSuccess: (changes) => setTried({ of: now, changes }),
  })
  const done = () => {
    clear()
    void queries.invalidateQueries({ queryKey: ['calendars'] })
    onClose()
  }
  const publish = useMutation({
    mutationFn: () => publishCalendar(id, seen, draft),
    onSuccess: () => {
      void message.success(t('calendars.published'))
      done()
    },
    onError: (error) => held(error) && done(),
  })
  const notice = useMutation({
    mutationFn: readNotice,
    onSuccess: (read) => {
      change(withNotice(draft.layer, read))
      void message.info(t('calendars.imported', { years: read.years.join(t('common.comma')) }))
    },
    onError: (error) => void message.error(problemText(error)),
  })
  const isTried = tried?.of === now
  const ready = draft.name.trim() !== '' && draft.source.trim() !== '' && wrong.size === 0
  return (
    <div className={styles.editor}>
      {restored && (
        <Alert
          type={seen === details.latest ? 'info' : 'warning'}
          showIcon
          title={t(seen === details.latest ? 'calendars.restored' : 'calendars.outdated')}
          action={
            <Popconfirm title={t('calendars.startAnewSure')} onConfirm={startAnew}>
              <Button size="small">{t('calendars.startAnew')}</Button>
            </Popconfirm>
          }
        />
      )}
      <div className={styles.columns}>
        <div className={styles.fields}>
          <DraftFields key={birth} details={details} draft={draft} set={set} wrong={wrong} onWrong={onWrong} />
        </div>
        <div>
          <div className={styles.pickHead}>
            <p className={styles.hint}>{t('calendars.pickHint')}</p>
            <NoticeFile onRead={(content) => notice.mutate(content)} />
          </div>
          <Year days={days} touched={touchedBy(draft.layer)} onPick={pick} />
        </div>
      </div>
      {preview.isError && <SaveFailure error={preview.error} />}
      {publish.isError && <SaveFailure error={publish.error} />}
      {tried && isTried && <ChangeList key={tried.of} changes={tried.changes} />}
      <Space wrap className={styles.buttons}>
        <Button
          type={isTried ? 'default' : 'primary'}
          disabled={!ready}
          loading={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {t('calendars.preview')}
        </Button>
        <Button
          type={isTried ? 'primary' : 'default'}
          disabled={!ready || !isTried}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {t('calendars.publish')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        {!isTried && (
          <span className={styles.hint}>
            {t(wrong.size > 0 ? 'calendars.unreadable' : ready ? 'calendars.tryFirst' : 'calendars.sayWhy')}
          </span>
        )}
      </Space>
      {picked && (
        <DayForm
          date={picked}
          day={days.find((day) => day.date === picked)}
          layer={draft.layer}
          onChange={change}
          onClose={() => pick(null)}
        />
      )}
    </div>
  )
}
