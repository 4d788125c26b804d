import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Popconfirm, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan, useMe } from '@/shared/session'
import { ActivationCode } from '@/shared/ui/ActivationCode'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import { changePerson, formOf, personQuery, type Person, type PersonForm } from './api'
import { Deputies } from './Deputies'
import { Grants } from './Grants'
import styles from './identity.module.css'
import { Particulars } from './Particulars'
import { PersonFields } from './PersonFields'
import { RightsList } from './RightsList'
import { SignInState } from './SignInState'

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation()
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'unit', label: t('people.unit'), children: person.unit.name },
        { key: 'username', label: t('people.username'), children: person.username ?? t('people.noSignIn') },
        { key: 'phone', label: t('people.phone'), children: person.phone ?? '—' },
        { key: 'email', label: t('people.email'), children: person.email ?? '—' },
        {
          key: 'groups',
          label: t('people.groups'),
          children: person.groups.map((group) => group.name).join(t('common.comma')) || '—',
        },
        { key: 'active', label: t('people.account'), children: t(person.active ? 'people.active' : 'people.inactive') },
      ]}
    />
  )
}

function Activity({ person, onChanged }: { person: Person; onChanged: () => Promise<void> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const change = useMutation({
    mutationFn: (active: boolean) => changePerson(person, formOf(person), active),
    onSuccess: async () => {
      await onChanged()
      void message.success(t('common.saved'))
    },
    onError: (error) => void message.error(problemText(error)),
  })
  if (!person.active)
    return (
      <Button loading={change.isPending} onClick={() => change.mutate(true)}>
        {t('people.activate')}
      </Button>
    )
  return (
    <Popconfirm
      title={t('people.deactivateSure', { name: person.name })}
      description={t('people.deactivateHint')}
      okText={t('people.deactivate')}
      okButtonProps={{ danger: true }}
      onConfirm={() => change.mutateAsync(false).catch(() => undefined)}
    >
      <Button danger>{t('people.deactivate')}</Button>
    </Popconfirm>
  )
}

/** A person: the account and its grants, what may be done and why, and who stands in. */
export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const queries = useQueryClient()
  const found = useQuery(personQuery(id))
  const me = useMe()
  const mayManage = useCan('person:manage')
  const [editing, setEditing] = useState(false)
  const refresh = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: personQuery(id).queryKey }),
      queries.invalidateQueries({ queryKey: ['list', '/api/people'] }),
    ])
  }
  if (editing && found.data)
    return (
      <FormDrawer<PersonForm>
        title={t('people.edit', { name: found.data.name })}
        initial={formOf(found.data)}
        save={(form) => changePerson(found.data, form)}
        onSaved={() => {
          setEditing(false)
          void refresh()
        }}
        onClose={() => setEditing(false)}
      >
        <PersonFields unitName={found.data.unit.name} />
      </FormDrawer>
    )
  return (
    <Drawer open title={found.data?.name ?? t('common.loading')} onClose={onClose} size={phone ? '100%' : 480}>
      <Loaded query={found}>
        {(person) => (
          <Tabs
            destroyOnHidden
            items={[
              {
                key: 'person',
                label: t('rights.tabs.person'),
                children: (
                  <>
                    <Facts person={person} />
                    {mayManage && (
                      <div className={styles.buttons}>
                        <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
                        <Activity person={person} onChanged={refresh} />
                      </div>
                    )}
                    {mayManage && <Particulars person={person} />}
                    {mayManage && person.username && person.active && person.id !== me?.id && (
                      <ActivationCode person={person.id} />
                    )}
                    {mayManage && <SignInState person={person} />}
                    <Grants person={person} onChanged={refresh} />
                  </>
                ),
              },
              {
                key: 'rights',
                label: t('rights.tabs.rights'),
                children: <RightsList person={person.id} unit={person.unit} />,
              },
              { key: 'deputies', label: t('rights.tabs.deputies'), children: <Deputies person={person} /> },
            ]}
          />
        )}
      </Loaded>
    </Drawer>
  )
}
