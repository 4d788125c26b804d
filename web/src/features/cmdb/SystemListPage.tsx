import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordTable } from '@/features/record/RecordTable'
import type { Column, FilterName, QuickFilter } from '@/features/record/table'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHeader } from '@/shared/ui/PageHeader'
import type { System } from './api'
import { SystemDrawer } from './SystemDrawer'

export default function SystemListPage() {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const mayManage = useCan('system:manage')
  const [creating, setCreating] = useState(false)
  const columns = useMemo((): Column<System>[] => {
    const classOf = (system: System) => labels.value('SystemClass', system.systemClass)
    return [
      {
        key: 'name',
        title: t('systems.fields.name'),
        width: 220,
        sticky: true,
        sort: 'name',
        render: (one) => one.name,
      },
      { key: 'code', title: t('systems.fields.code'), width: 140, sort: 'code', render: (one) => one.code },
      { key: 'class', title: t('systems.fields.systemClass'), width: 90, sort: 'systemClass', render: classOf },
      { key: 'hours', title: t('systems.fields.serviceHours'), width: 160, render: (one) => one.serviceHours.name },
      { key: 'unit', title: t('systems.fields.unit'), width: 160, render: (one) => one.unit.name },
      { key: 'responsible', title: t('systems.fields.responsible'), width: 110, render: (one) => one.responsible.name },
      { key: 'group', title: t('systems.fields.group'), width: 160, render: (one) => one.group.name },
      {
        key: 'active',
        title: t('systems.fields.active'),
        width: 90,
        render: (one) => t(one.active ? 'systems.inUse' : 'systems.retired'),
      },
    ]
  }, [t, labels])
  const filters = useMemo(
    (): QuickFilter<FilterName<'/api/systems'>>[] => [
      {
        name: 'systemClass',
        label: t('systems.fields.systemClass'),
        options: labels.options('SystemClass'),
        multiple: true,
      },
      { name: 'unit', label: t('systems.fields.unit'), ref: 'unit' },
      {
        name: 'active',
        label: t('systems.fields.active'),
        options: [
          { value: 'true', label: t('systems.inUse') },
          { value: 'false', label: t('systems.retired') },
        ],
      },
    ],
    [t, labels],
  )
  const create = mayManage && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('systems.new')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('systems.title')} actions={create} />
      <RecordTable
        path="/api/systems"
        label={t('systems.title')}
        columns={columns}
        filters={filters}
        defaultSort="name"
        searchParam="q"
        searchHint={t('systems.search')}
        selectable={false}
        rowHref={(system) => `/systems/${system.id}`}
        rowName={(system) => system.name}
        card={(system) => ({
          title: system.name,
          meta: [labels.value('SystemClass', system.systemClass), system.unit.name, system.serviceHours.name].join(
            ' · ',
          ),
        })}
        empty={<EmptyState kind="nothing" title={t('systems.none')} hint={t('systems.noneHint')} action={create} />}
      />
      {creating && (
        <SystemDrawer
          system={undefined}
          onClose={() => setCreating(false)}
          onSaved={() => {
            setCreating(false)
            void queries.invalidateQueries({ queryKey: ['list', '/api/systems'] })
          }}
        />
      )}
    </>
  )
}
