import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { newKey } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { problemText } from '@/shared/ui/problemText'
import { grant, revoke, rolesQuery, type Grant, type Person } from './api'
import styles from './identity.module.css'

/** Which roles a person holds, and for which unit and everything below it. */
export function Grants({ person, onChanged }: { person: Person; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const { message } = App.useApp()
  const may = useCan('grant:manage')
  const roles = useQuery(rolesQuery)
  const [role, setRole] = useState<string>()
  const [unit, setUnit] = useState<string | undefined>(person.unit.id)
  const onError = (error: unknown) => void message.error(problemText(error))
  const give = useMutation({
    mutationFn: () => grant(person.id, role ?? '', unit ?? '', newKey()),
    onSuccess: async () => {
      setRole(undefined)
      await onChanged()
    },
    onError,
  })
  const take = useMutation({ mutationFn: (held: Grant) => revoke(person.id, held.id), onSuccess: onChanged, onError })
  const name = (code: string) => labels.value('Role', code)
  return (
    <section>
      <h3 className={styles.subtitle}>{t('people.grants')}</h3>
      {person.roles.length === 0 && <p className={styles.hint}>{t('people.noGrants')}</p>}
      <ul className={styles.lines}>
        {person.roles.map((held) => (
          <li key={held.id}>
            <span>
              <b>{name(held.code)}</b> · {held.unit.name}
            </span>
            {may && (
              <Popconfirm
                title={t('people.revokeSure', { role: name(held.code), unit: held.unit.name })}
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
      {may && (
        <div className={styles.grant}>
          <Select
            aria-label={t('people.role')}
            placeholder={t('people.role')}
            value={role ?? null}
            onChange={(code: string) => setRole(code)}
            options={(roles.data ?? [])
              .filter((one) => one.code !== 'USER')
              .map((one) => ({ value: one.code, label: name(one.code) }))}
          />
          <RefPicker
            type="unit"
            aria-label={t('people.grantUnit')}
            value={unit}
            label={unit === person.unit.id ? person.unit.name : undefined}
            onChange={setUnit}
          />
          <Button disabled={!role || !unit} loading={give.isPending} onClick={() => give.mutate()}>
            {t('people.grant')}
          </Button>
        </div>
      )}
      <p className={styles.hint}>{t('people.grantHint')}</p>
    </section>
  )
}
