import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoleName } from '@/shared/roles'
import { useCan, useMe } from '@/shared/session'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { delegationsQuery, endDelegation, type Delegation } from './api'
import { DeputyForm } from './DeputyForm'
import styles from './identity.module.css'

function Line({ one, person, may, onEnd }: { one: Delegation; person: string; may: boolean; onEnd: () => void }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const gives = one.person.id === person
  const roles = one.roles ? one.roles.map(roleName).join(t('common.comma')) : t('rights.allRoles')
  return (
    <li>
      <span>
        <Tag>{t(`rights.state.${one.state}`)}</Tag>{' '}
        <b>{gives ? t('rights.gives', { name: one.delegate.name }) : t('rights.takes', { name: one.person.name })}</b> ·{' '}
        {roles}
        <br />
        <span className={styles.faint}>
          {t('common.list.range', { from: formatInstant(one.from), to: formatInstant(one.until) })} · {one.reason}
          {one.madeBy && one.madeBy !== one.person.name && ` · ${t('rights.madeBy', { name: one.madeBy })}`}
        </span>
      </span>
      {may && gives && one.state !== 'OVER' && (
        <Popconfirm title={t('rights.endSure')} okText={t('rights.end')} onConfirm={onEnd}>
          <Button size="small">{t('rights.end')}</Button>
        </Popconfirm>
      )}
    </li>
  )
}

/** Who stands in for a person, and for whom the person stands in. */
export function Deputies({ person }: { person: { id: string; name: string } }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const me = useMe()
  const mayGrant = useCan('grant:manage')
  const mayOwn = useCan('delegation:own')
  const may = me?.id === person.id ? mayOwn : mayGrant
  const found = useQuery(delegationsQuery(person.id))
  const [naming, setNaming] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: ['people', person.id] })
  const end = useMutation({
    mutationFn: (id: string) => endDelegation(person.id, id),
    onSuccess: refresh,
    onError: (error) => void message.error(problemText(error)),
  })
  return (
    <section>
      <p className={styles.hint}>{t('rights.deputyHint')}</p>
      {may && (
        <div className={styles.buttons}>
          <Button onClick={() => setNaming(true)}>{t('rights.newDeputy')}</Button>
        </div>
      )}
      <Loaded query={found} rows={3}>
        {(all) =>
          all.length === 0 ? (
            <p className={styles.hint}>{t('rights.noDeputies')}</p>
          ) : (
            <ul className={styles.lines}>
              {all.map((one) => (
                <Line key={one.id} one={one} person={person.id} may={may} onEnd={() => end.mutate(one.id)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {naming && (
        <DeputyForm
          person={person}
          onClose={() => setNaming(false)}
          onSaved={() => {
            setNaming(false)
            void refresh()
          }}
        />
      )}
    </section>
  )
}
