import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { useDebounced } from '@/shared/useDebounced'
import { groupsQuery, type Group } from './api'
import { GroupFormDrawer } from './GroupFormDrawer'
import styles from './identity.module.css'
import { Members } from './Members'
import { Tabs } from './Tabs'

function GroupCard({ group, may, onEdit }: { group: Group; may: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  return (
    <li className={styles.group}>
      <div className={styles.groupHead}>
        <div>
          <h2>{group.name}</h2>
          <span className={styles.hint}>
            {[group.unit.name, labels.value('Line', String(group.line)), labels.value('Track', group.track)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        {may && (
          <Button size="small" onClick={onEdit}>
            {t('common.edit')}
          </Button>
        )}
      </div>
      <Members group={group} may={may} />
    </li>
  )
}

export default function GroupsPage() {
  const { t } = useTranslation()
  const may = useCan('group:manage')
  const [search, change, replace] = useSearchState()
  const text = one(search.q) ?? ''
  const groups = useQuery(groupsQuery(useDebounced(text) || undefined, one(search.unit)))
  const [form, setForm] = useState<{ group?: Group }>()
  const queries = useQueryClient()
  const create = may && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm({})}>
      {t('people.newGroup')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('people.title')} actions={create} />
      <Tabs />
      <Input
        type="search"
        allowClear
        className={styles.search ?? ''}
        placeholder={t('people.searchGroups')}
        aria-label={t('people.searchGroups')}
        value={text}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      <Loaded query={groups}>
        {(all) =>
          all.length === 0 ? (
            text || search.unit ? (
              <EmptyState
                kind="filtered"
                action={<Button onClick={() => replace({})}>{t('common.empty.clearFilters')}</Button>}
              />
            ) : (
              <EmptyState kind="nothing" title={t('people.noGroups')} action={create} />
            )
          ) : (
            <ul className={styles.groups}>
              {all.map((group) => (
                <GroupCard key={group.id} group={group} may={may} onEdit={() => setForm({ group })} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {form && (
        <GroupFormDrawer
          group={form.group}
          onClose={() => setForm(undefined)}
          onSaved={() => {
            setForm(undefined)
            void queries.invalidateQueries({ queryKey: ['groups'] })
          }}
        />
      )}
    </>
  )
}
