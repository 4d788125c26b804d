import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, DatePicker, Popconfirm, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { newKey } from '@/shared/api'
import { rolesQuery, useRoleName } from '@/shared/roles'
import { useCan } from '@/shared/session'
import { formatDay, formatInstant, useNow } from '@/shared/time'
import { problemText } from '@/shared/ui/problemText'
import { grant, revoke, type Grant, type Person } from './api'
import styles from './identity.module.css'

function Dates({ held }: { held: Grant }) {
  const { t } = useTranslation()
  const now = useNow()
  const words = [
    Date.parse(held.from) > now ? t('people.grantedFrom', { at: formatDay(held.from) }) : null,
    held.until ? t('people.grantedUntil', { at: formatInstant(held.until) }) : null,
  ].filter(Boolean)
  return words.length > 0 ? <span className={styles.faint}> {words.join(t('common.comma'))}</span> : null
}

function NewGrant({ person, onChanged }: { person: Person; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const roles = useQuery(rolesQuery)
  const roleName = useRoleName()
  const [role, setRole] = useState<string>()
  const [unit, setUnit] = useState<string | undefined>(person.unit.id)
  const [until, setUntil] = useState<Dayjs | null>(null)
  const give = useMutation({
    mutationFn: () =>
      grant(
        person.id,
        { role: role ?? '', unit: unit ?? '', until: until?.endOf('day').toISOString() ?? null },
        newKey(),
      ),
    onSuccess: async () => {
      setRole(undefined)
      setUntil(null)
      await onChanged()
    },
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <div className={styles.grant}>
      <Select
        aria-label={t('people.role')}
        placeholder={t('people.role')}
        value={role ?? null}
        onChange={(code: string) => setRole(code)}
        showSearch={{ optionFilterProp: 'label' }}
        options={(roles.data ?? [])
          .filter((one) => one.grantable)
          .map((one) => ({ value: one.code, label: roleName(one.code) }))}
      />
      <RefPicker
        type="unit"
        aria-label={t('people.grantUnit')}
        value={unit}
        label={unit === person.unit.id ? person.unit.name : undefined}
        onChange={setUnit}
      />
      <DatePicker
        aria-label={t('people.grantUntil')}
        placeholder={t('people.grantUntil')}
        value={until}
        onChange={setUntil}
        disabledDate={(day) => day.isBefore(dayjs(), 'day')}
      />
      <Button disabled={!role || !unit} loading={give.isPending} onClick={() => give.mutate()}>
        {t('people.grant')}
      </Button>
    </div>
  )
}

/** Which roles a person holds, and for which unit and everything below it. */
export function Grants({ person, onChanged }: { person: Person; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const may = useCan('grant:manage')
  const roleName = useRoleName()
  const take = useMutation({
    mutationFn: (held: Grant) => revoke(person.id, held.id),
    onSuccess: onChanged,
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <section>
      <h3 className={styles.subtitle}>{t('people.grants')}</h3>
      {person.roles.length === 0 && <p className={styles.hint}>{t('people.noGrants')}</p>}
      <ul className={styles.lines}>
        {person.roles.map((held) => (
          <li key={held.id}>
            <span>
              <b>{roleName(held.code)}</b> · {held.unit.name}
              <Dates held={held} />
              {held.broughtBy && (
                <span className={styles.faint}> {t('rights.broughtBy', { source: held.broughtBy })}</span>
              )}
            </span>
            {may && !held.broughtBy && (
              <Popconfirm
                title={t('people.revokeSure', { role: roleName(held.code), unit: held.unit.name })}
                okText={t('people.revoke')}
                okButtonProps={{ danger: true }}
                onConfirm={() => take.mutate(held)}
              >
                <Button size="small">{t('people.revoke')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {may && <NewGrant person={person} onChanged={onChanged} />}
      <p className={styles.hint}>{t('people.grantHint')}</p>
    </section>
  )
}
