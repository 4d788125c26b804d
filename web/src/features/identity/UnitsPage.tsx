import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { one, useSearchState } from '@/shared/search'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { unitsQuery } from './api'
import styles from './identity.module.css'
import { Tabs } from './Tabs'
import { type Task, UnitForm } from './UnitForm'
import { UnitPane } from './UnitPane'
import { UnitTree } from './UnitTree'

/** On a phone the pane stands below the tree: it is brought into sight. */
const intoSight = (pane: HTMLElement | null): void => pane?.scrollIntoView({ block: 'nearest' })

export default function UnitsPage() {
  const { t } = useTranslation()
  const units = useQuery(unitsQuery)
  const [search, change] = useSearchState()
  const [task, setTask] = useState<Task>()
  const unit = units.data?.find((each) => each.id === one(search.unit))
  return (
    <>
      <PageHeader title={t('people.title')} />
      <Tabs />
      <Loaded query={units}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState kind="unconfigured" />
          ) : (
            <div className={styles.twoPanes}>
              <div className={styles.pane}>
                <UnitTree units={all} selected={unit?.id} onSelect={(id) => change({ unit: id })} />
              </div>
              {unit ? (
                <section key={unit.id} className={styles.pane} ref={intoSight} aria-label={unit.name}>
                  <UnitPane unit={unit} onTask={setTask} />
                </section>
              ) : (
                <div className={styles.pane}>
                  <EmptyState kind="nothing" title={t('people.chooseUnit')} />
                </div>
              )}
            </div>
          )
        }
      </Loaded>
      {task && <UnitForm task={task} units={units.data ?? []} onDone={() => setTask(undefined)} />}
    </>
  )
}
