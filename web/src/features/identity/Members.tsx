import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefPicker } from '@/features/record/RefPicker'
import { PersonName } from '@/shared/ui/people'
import { problemText } from '@/shared/ui/problemText'
import { addMember, GROUPS, removeMember, type Group } from './api'
import styles from './identity.module.css'

/** Who belongs to a group; work sent to the group reaches them. */
export function Members({ group, may }: { group: Group; may: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const onError = (error: unknown) => void message.error(problemText(error))
  const onSuccess = () => queries.invalidateQueries({ queryKey: GROUPS })
  const add = useMutation({ mutationFn: (person: string) => addMember(group.id, person), onSuccess, onError })
  const remove = useMutation({ mutationFn: (person: string) => removeMember(group.id, person), onSuccess, onError })
  return (
    <>
      {group.members.length === 0 && <p className={styles.hint}>{t('people.noMembers')}</p>}
      <ul className={styles.lines}>
        {group.members.map((person) => (
          <li key={person.id}>
            <PersonName person={person} />
            {may && (
              <Popconfirm
                title={t('people.removeMemberSure', { name: person.name, group: group.name })}
                okText={t('common.remove')}
                onConfirm={() => remove.mutate(person.id)}
              >
                <Button size="small" type="text">
                  {t('common.remove')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {may &&
        (adding ? (
          <RefPicker
            type="person"
            autoFocus
            defaultOpen
            aria-label={t('people.addMember')}
            onChange={(person) => {
              if (person) add.mutate(person)
              setAdding(false)
            }}
          />
        ) : (
          <Button size="small" type="dashed" onClick={() => setAdding(true)}>
            {t('people.addMember')}
          </Button>
        ))}
    </>
  )
}
