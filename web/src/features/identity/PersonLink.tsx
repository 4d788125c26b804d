import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '@/shared/contract'
import { useAccountWords } from '@/shared/i18n/account'
import { useMe } from '@/shared/session'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { problemText } from '@/shared/ui/problemText'
import { formatInstant } from '@/shared/time'
import { linkAccount, type Person, personAccountQuery, sourceChoicesQuery, unlinkAccount } from './api'
import styles from './identity.module.css'

type Answers = Schemas['SourceActLinkAccount']
type Link = NonNullable<Schemas['AccountAdministrationPersonAccount']['elsewhere']>

function LinkForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const choices = useQuery(sourceChoicesQuery).data ?? []
  return (
    <FormDrawer<Answers>
      title={t('linkTitle', { name: person.name })}
      initial={{ name: person.username ?? '' }}
      save={(answers) => linkAccount(person.id, answers)}
      onSaved={onDone}
      onClose={onDone}
    >
      <p>{t('linkHint')}</p>
      <Form.Item
        name="source"
        label={common('people.sources')}
        rules={[{ required: true, message: common('common.requiredChoice', { field: common('people.sources') }) }]}
      >
        <Select options={choices.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('linkName')}
        rules={[{ required: true, whitespace: true, message: common('common.required', { field: t('linkName') }) }]}
      >
        <Input maxLength={200} spellCheck={false} autoCapitalize="none" />
      </Form.Item>
    </FormDrawer>
  )
}

/** Whether somebody is proved by an identity source, and the way to change that. */
export function PersonLink({ person, link }: { person: Person; link: Link | null }) {
  const { t } = useAccountWords()
  const me = useMe()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const choices = useQuery(sourceChoicesQuery).data ?? []
  const [linking, setLinking] = useState(false)
  const refresh = () => queries.invalidateQueries({ queryKey: personAccountQuery(person.id).queryKey })
  const unlink = useMutation({
    mutationFn: () => unlinkAccount(person.id),
    onSuccess: refresh,
    onError: (error) => void message.error(problemText(error)),
  })
  if (!link && (choices.length === 0 || person.id === me?.id)) return null
  return (
    <li>
      <span>
        {link ? t('linked', { source: link.sourceName, name: link.name }) : t('linkedNot')}
        {link?.goneAt && <div className={styles.faint}>{t('linkGone', { at: formatInstant(link.goneAt) })}</div>}
      </span>
      {person.id !== me?.id &&
        (link ? (
          <Popconfirm
            title={t('unlinkSure')}
            okText={t('unlink')}
            okButtonProps={{ danger: true }}
            onConfirm={() => unlink.mutateAsync().catch(() => undefined)}
          >
            <Button size="small" danger loading={unlink.isPending}>
              {t('unlink')}
            </Button>
          </Popconfirm>
        ) : (
          <Button size="small" onClick={() => setLinking(true)}>
            {t('link')}
          </Button>
        ))}
      {linking && (
        <LinkForm
          person={person}
          onDone={() => {
            setLinking(false)
            void refresh()
          }}
        />
      )}
    </li>
  )
}
