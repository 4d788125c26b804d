import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Descriptions, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { useCan } from '@/shared/session'
import { ListLink } from '@/shared/ui/ListLink'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { GroupName, PersonName } from '@/shared/ui/people'
import { systemQuery, type System } from './api'
import { SystemDrawer } from './SystemDrawer'
import styles from './cmdb.module.css'

function Card({ system }: { system: System }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const queries = useQueryClient()
  const mayManage = useCan('system:manage')
  const [editing, setEditing] = useState(false)
  const facts = [
    { key: 'code', children: system.code },
    { key: 'systemClass', children: labels.value('SystemClass', system.systemClass) },
    { key: 'serviceHours', children: system.serviceHours.name },
    { key: 'unit', children: system.unit.name },
    { key: 'responsible', children: <PersonName person={system.responsible} /> },
    { key: 'group', children: <GroupName group={system.group} /> },
  ] as const
  return (
    <>
      <PageHeader
        title={system.name}
        subtitle={!system.active && <Tag>{t('systems.retired')}</Tag>}
        actions={
          <>
            <ListLink to="/incidents" search={{ system: system.id, phase: ['OPEN', 'WAITING'] }}>
              <Button>{t('systems.openIncidents')}</Button>
            </ListLink>
            <ListLink to="/statistics" search={{ system: system.id }}>
              <Button>{t('systems.statistics')}</Button>
            </ListLink>
            {mayManage && (
              <Button type="primary" onClick={() => setEditing(true)}>
                {t('common.edit')}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.sheet}>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={facts.map((fact) => ({ ...fact, label: t(`systems.fields.${fact.key}`) }))}
        />
        {system.description && <p className={styles.text}>{system.description}</p>}
        <p className={styles.hint}>{t('systems.classHint')}</p>
      </div>
      {editing && (
        <SystemDrawer
          system={system}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            void queries.invalidateQueries({ queryKey: ['systems', system.id] })
          }}
        />
      )}
    </>
  )
}

export default function SystemPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const system = useQuery(systemQuery(id))
  return <Loaded query={system}>{(loaded) => <Card system={loaded} />}</Loaded>
}
