import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayRange } from '@/features/record/DayRange'
import { RefPicker } from '@/features/record/RefPicker'
import { useLabels } from '@/shared/i18n/labels'
import { useDrafts } from '@/shared/useDraft'
import { problemText } from '@/shared/ui/problemText'
import styles from './agreement.module.css'
import { type Agreement, bookQuery } from './api'
import { BackTestResult } from './BackTestResult'
import { layersOf, runBackTest } from './backtest'
import { type Effect, knownQuery, toForm, withSingle } from './changes'
import { DraftAgreements } from './DraftAgreements'
import { DraftCalendars } from './DraftCalendars'
import { DraftChanges } from './DraftChanges'
import { Figures } from './Figures'

type Limit = Agreement['promises'][number]['clock']

/** Other agreements and limits over the records of a period, beside what really was. */
export function BackTest() {
  const { t } = useTranslation()
  const labels = useLabels()
  const book = useQuery(bookQuery).data
  const [clock, setClock] = useState<Limit>('RESTORE')
  const [period, setPeriod] = useState(() => ({
    from: dayjs().subtract(3, 'month').startOf('day').toISOString(),
    to: dayjs().add(1, 'day').startOf('day').toISOString(),
  }))
  const [unit, setUnit] = useState<string>()
  const [figures, setFigures] = useState<Record<string, string>>({})
  const [draft, setDraft] = useState<Agreement[]>()
  const [effects, setEffects] = useState<Record<string, Effect>>()
  const known = useQuery(knownQuery).data
  const drafts = useDrafts<{ layer: object }>('calendar.')
  const [chosen, setChosen] = useState<string[]>([])
  const asked = JSON.stringify([clock, period, unit, draft, effects, chosen, figures])
  const drafted = Boolean(draft ?? effects) || chosen.length > 0 || Object.keys(figures).length > 0
  const run = useMutation({
    mutationFn: (_asked: string) =>
      runBackTest({
        clock,
        ...period,
        unit: unit ?? null,
        agreements: draft ? { agreements: draft } : null,
        changes: effects && known ? { rows: withSingle(known, effects) as never } : null,
        calendars: layersOf(chosen, drafts),
        figures,
      }),
  })
  return (
    <div className={styles.backtest}>
      <p className={styles.quiet}>{t('agreements.backtest.hint')}</p>
      <Space wrap className={styles.ask ?? ''}>
        <Segmented<Limit>
          value={clock}
          onChange={(next) => {
            setClock(next)
            setFigures({})
          }}
          options={labels.options('ClockName').map(({ value, label }) => ({ value: value as Limit, label }))}
        />
        <DayRange
          label={t('agreements.backtest.period')}
          from={period.from}
          to={period.to}
          onChange={(from, to) => from && to && setPeriod({ from, to })}
        />
        <RefPicker type="unit" aria-label={labels.field('unit')} value={unit} onChange={setUnit} />
      </Space>
      <h3>{t('agreements.backtest.figures')}</h3>
      <Figures clock={clock} figures={figures} onChange={setFigures} />
      <h3>{t('agreements.backtest.agreements')}</h3>
      <Segmented
        disabled={!book}
        value={draft ? 'other' : 'asTheyAre'}
        onChange={(choice) => setDraft(choice === 'other' ? (book?.agreements ?? []) : undefined)}
        options={(['asTheyAre', 'other'] as const).map((value) => ({
          value,
          label: t(`agreements.backtest.${value}`),
        }))}
      />
      {draft && <DraftAgreements agreements={draft} names={book?.names ?? {}} onChange={setDraft} />}
      <h3>{t('agreements.backtest.changes')}</h3>
      <Segmented
        disabled={!known}
        value={effects ? 'otherRules' : 'rulesAsTheyAre'}
        onChange={(choice) => setEffects(choice === 'otherRules' && known ? toForm(known).effects : undefined)}
        options={(['rulesAsTheyAre', 'otherRules'] as const).map((value) => ({
          value,
          label: t(`agreements.backtest.${value}`),
        }))}
      />
      {effects && <DraftChanges effects={effects} onChange={setEffects} />}
      <h3>{t('agreements.backtest.calendars')}</h3>
      <DraftCalendars drafted={[...drafts.keys()]} chosen={chosen} onChange={setChosen} />
      <p>
        <Button type="primary" loading={run.isPending} onClick={() => run.mutate(asked)}>
          {t('agreements.backtest.run')}
        </Button>
      </p>
      {run.error && <Alert type="error" showIcon title={problemText(run.error)} />}
      {run.data && asked === run.variables && <BackTestResult result={run.data} drafted={drafted} />}
      {run.data && asked !== run.variables && <p className={styles.quiet}>{t('agreements.backtest.outdated')}</p>}
    </div>
  )
}
