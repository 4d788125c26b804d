import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useRoleName } from '@/shared/roles'
import { one, useSearchState } from '@/shared/search'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import { useWide } from '@/shared/viewport'
import { unitsQuery, type Person } from './api'
import styles from './identity.module.css'
import { NewPerson } from './NewPerson'
import { PersonDrawer } from './PersonDrawer'
import { Tabs } from './Tabs'
import { UnitTree } from './UnitTree'

function UnitSide() {
  const [search, change] = useSearchState()
  const units = useQuery(unitsQuery)
  return (
    <div className={styles.tree}>
      {units.data && <UnitTree units={units.data} selected={one(search.unit)} onSelect={(unit) => change({ unit })} />}
    </div>
  )
}

export default function PeoplePage() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const wide = useWide()
  const queries = useQueryClient()
  const mayManage = useCan('person:manage')
  const [open, setOpen] = useState<string>()
  const [creating, setCreating] = useState(false)
  const columns = useMemo((): Column<Person>[] => {
    const name = (person: Person) => (
      <button type="button" className={styles.open} onClick={() => setOpen(person.id)} data-row-link>
        {person.name}
      </button>
    )
    const roles = (person: Person) => person.roles.map((role) => roleName(role.code)).join(t('common.comma')) || '—'
    return [
      { key: 'name', title: t('people.name'), width: 130, sticky: true, render: name },
      { key: 'username', title: t('people.username'), width: 130, render: (person) => person.username ?? '—' },
      { key: 'unit', title: t('people.unit'), width: 160, render: (person) => person.unit.name },
      { key: 'phone', title: t('people.phone'), width: 130, render: (person) => person.phone },
      { key: 'email', title: t('people.email'), width: 190, render: (person) => person.email },
      { key: 'roles', title: t('people.roles'), width: 200, render: roles },
      {
        key: 'groups',
        title: t('people.groups'),
        width: 180,
        render: (person) => person.groups.map((group) => group.name).join(t('common.comma')) || '—',
      },
      {
        key: 'active',
        title: t('people.account'),
        width: 90,
        render: (person) => t(person.active ? 'people.active' : 'people.inactive'),
      },
    ]
  }, [t, roleName])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/people'>>[] => [
      { name: 'unit', label: t('people.unit'), ref: 'unit' },
      {
        name: 'active',
        label: t('people.account'),
        options: [
          { value: 'true', label: t('people.active') },
          { value: 'false', label: t('people.inactive') },
        ],
      },
    ],
    [t],
  )
  return (
    <>
      <PageHeader
        title={t('people.title')}
        actions={
          mayManage && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
              {t('people.new')}
            </Button>
          )
        }
      />
      <Tabs />
      <div className={wide ? styles.withTree : undefined}>
        {wide && <UnitSide />}
        <RecordTable
          path="/api/people"
          label={t('people.tabs.people')}
          columns={columns}
          filters={filters}
          searchParam="q"
          searchHint={t('people.search')}
          selectable={false}
          exportable={false}
          rowName={(person) => person.name}
          card={(person) => ({
            title: (
              <button type="button" className={styles.open} onClick={() => setOpen(person.id)}>
                {person.name}
              </button>
            ),
            meta: [person.unit.name, person.phone, person.active ? null : t('people.inactive')]
              .filter(Boolean)
              .join(' · '),
          })}
          empty={<EmptyState kind="nothing" />}
        />
      </div>
      {open && <PersonDrawer id={open} onClose={() => setOpen(undefined)} />}
      {creating && (
        <NewPerson
          onClose={() => setCreating(false)}
          onSaved={() => {
            setCreating(false)
            void queries.invalidateQueries({ queryKey: ['list', '/api/people'] })
          }}
        />
      )}
    </>
  )
}
