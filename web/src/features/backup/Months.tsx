import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { confirmMonth, monthsQuery, type Month } from './api'
import styles from './backup.module.css'

function ConfirmDrawer({ month, onClose }: { month: string; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ opinion: string }>
      title={t('backup.confirmTitle', { month })}
      initial={{}}
      saveText={t('backup.confirm')}
      save={({ opinion }, key) => confirmMonth(month, opinion, key)}
      onSaved={() => {
        onClose()
        void queries.invalidateQueries({ queryKey: ['backup'] })
      }}
      onClose={onClose}
    >
      <p>{t('backup.monthsHint')}</p>
      <Form.Item
        name="opinion"
        label={t('backup.opinion')}
        extra={t('backup.opinionHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: t('backup.opinion') }) }]}
      >
        <Input.TextArea rows={5} maxLength={2000} autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}

function MonthRow({ month, onConfirm }: { month: Month; onConfirm?: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <li>
      <b>{month.month}</b>
      <span className={month.failures > 0 || month.backups === 0 ? styles.bad : styles.quiet}>
        {t('backup.monthFigures', { backups: month.backups, proofs: month.proofs, failures: month.failures })}
      </span>
      {month.confirmation ? (
        <span className={styles.opinion}>
          {month.confirmation.opinion}
          <span className={styles.quiet}>
            {t('backup.confirmedBy')} <RelativeTime at={month.confirmation.at} />{' '}
            <PersonName person={month.confirmation.by} short />
          </span>
        </span>
      ) : (
        <span className={styles.open}>
          {t('backup.unconfirmed')}
          {onConfirm && (
            <Button size="small" type="primary" onClick={onConfirm} aria-label={t('backup.confirmTitle', month)}>
              {t('backup.confirm')}
            </Button>
          )}
        </span>
      )}
    </li>
  )
}

/** Months that are over, each to be looked through and signed. */
export function Months() {
  const { t } = useTranslation()
  const mayConfirm = useCan('backup:confirm')
  const months = useQuery(monthsQuery)
  const [confirming, setConfirming] = useState<string>()
  return (
    <section className={styles.sheet}>
      <h2>{t('backup.months')}</h2>
      <Loaded query={months}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState kind="nothing" title={t('backup.monthsNone')} />
          ) : (
            <ul className={styles.months}>
              {all.map((month) => (
                <MonthRow
                  key={month.month}
                  month={month}
                  onConfirm={mayConfirm ? () => setConfirming(month.month) : undefined}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {confirming && <ConfirmDrawer month={confirming} onClose={() => setConfirming(undefined)} />}
    </section>
  )
}
