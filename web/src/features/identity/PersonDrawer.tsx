import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '@/shared/session'
import type { Slice } from '@/shared/types'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { problemText } from '@/shared/ui/problemText'
import { usePhone } from '@/shared/viewport'
import { changePerson, formOf, type Person, type PersonForm } from './api'
import { Grants } from './Grants'
import styles from './identity.module.css'
import { PersonFields } from './PersonFields'

/** The list has everything of a person; after a change it is read again and this with it. */
function usePerson(id: string): Person | undefined {
  const queries = useQueryClient()
  const lists = queries.getQueriesData<{ pages: Slice<Person>[] }>({ queryKey: ['list', '/api/people'] })
  return lists
    .flatMap(([, data]) => data?.pages ?? [])
    .flatMap((page) => page.rows)
    .find((person) => person.id === id)
}

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

export function PersonDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const phone = usePhone()
  const queries = useQueryClient()
  const person = usePerson(id)
  const mayManage = useCan('person:manage')
  const [editing, setEditing] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: ['list', '/api/people'] })
  const setActive = useMutation({
    mutationFn: ({ of, active }: { of: Person; active: boolean }) => changePerson(of, formOf(of), active),
    onSuccess: async () => {
      await refresh()
      void message.success(t('common.saved'))
    },
    onError: (error) => void message.error(problemText(error)),
  })
  if (!person) return null
  if (editing)
    return (
      <FormDrawer<PersonForm>
        title={t('people.edit', { name: person.name })}
        initial={formOf(person)}
        save={(form) => changePerson(person, form)}
        onSaved={() => {
          setEditing(false)
          void refresh()
        }}
        onClose={() => setEditing(false)}
      >
        <PersonFields unitName={person.unit.name} />
      </FormDrawer>
    )
  return (
    <Drawer open title={person.name} onClose={onClose} size={phone ? '100%' : 480}>
      <Facts person={person} />
      {mayManage && (
        <div className={styles.buttons}>
          <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
          {person.active ? (
            <Popconfirm
              title={t('people.deactivateSure', { name: person.name })}
              description={t('people.deactivateHint')}
              okText={t('people.deactivate')}
              okButtonProps={{ danger: true }}
              onConfirm={() => setActive.mutateAsync({ of: person, active: false }).catch(() => undefined)}
            >
              <Button danger>{t('people.deactivate')}</Button>
            </Popconfirm>
          ) : (
            <Button loading={setActive.isPending} onClick={() => setActive.mutate({ of: person, active: true })}>
              {t('people.activate')}
            </Button>
          )}
        </div>
      )}
      <Grants person={person} onChanged={refresh} />
    </Drawer>
  )
}
