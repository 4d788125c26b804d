import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { useDebounced } from '@/shared/useDebounced'
import { useDelayed } from '@/shared/useDelayed'
import { useSlice } from '@/shared/useSlice'
import { GROUPS, type Group } from './api'
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
  const groups = useSlice('/api/groups', { q: useDebounced(text) || undefined, unit: one(search.unit) })
  const skeleton = useDelayed(groups.loading)
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
      {groups.error ? (
        <ErrorState problem={groups.error} onRetry={groups.retry} />
      ) : groups.loading ? (
        skeleton && <Skeleton active title={false} paragraph={{ rows: 6 }} />
      ) : groups.rows.length > 0 ? (
        <ul className={styles.groups}>
          {groups.rows.map((group) => (
            <GroupCard key={group.id} group={group} may={may} onEdit={() => setForm({ group })} />
          ))}
        </ul>
      ) : text || search.unit ? (
        <EmptyState
          kind="filtered"
          action={<Button onClick={() => replace({})}>{t('common.empty.clearFilters')}</Button>}
        />
      ) : (
        <EmptyState kind="nothing" title={t('people.noGroups')} action={create} />
      )}
      {groups.hasMore && (
        <Button onClick={groups.loadMore} loading={groups.loadingMore} block>
          {t('common.list.loadMore')}
        </Button>
      )}
      {form && (
        <GroupFormDrawer
          group={form.group}
          onClose={() => setForm(undefined)}
          onSaved={() => {
            setForm(undefined)
            void queries.invalidateQueries({ queryKey: GROUPS })
          }}
        />
      )}
    </>
  )
}
