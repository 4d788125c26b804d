import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { areaWords, permissionWords } from '@/shared/permissions'
import { useRoleName } from '@/shared/roles'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { rightsQuery, type Right } from './api'
import { Decision } from './Decision'
import styles from './identity.module.css'
import { Sources } from './Sources'

function Reach({ right }: { right: Right }) {
  const { t } = useTranslation()
  return (
    <span className={styles.faint}>
      {right.everywhere ? t('rights.everywhere') : right.units.map((unit) => unit.name).join(t('common.comma'))}
    </span>
  )
}

function Listed({ rights, text }: { rights: Right[]; text: string }) {
  const labels = useLabels()
  const roleName = useRoleName()
  const words = (right: Right) =>
    [
      areaWords(right.permission),
      permissionWords(right.permission, labels),
      right.permission,
      ...right.sources.map((source) => roleName(source.role)),
    ].join(' ')
  const wanted = text.trim().toLowerCase()
  const shown = rights.filter((right) => words(right).toLowerCase().includes(wanted))
  const areas = [...new Set(shown.map((right) => areaWords(right.permission)))]
  if (shown.length === 0) return <EmptyState kind="filtered" compact />
  return areas.map((area) => (
    <section key={area}>
      <h3 className={styles.subtitle}>{area}</h3>
      <ul className={styles.rights}>
        {shown
          .filter((right) => areaWords(right.permission) === area)
          .map((right) => (
            <li key={right.permission}>
              <details>
                <summary title={right.permission}>
                  {permissionWords(right.permission, labels)} <Reach right={right} />
                </summary>
                <Sources sources={right.sources} />
              </details>
            </li>
          ))}
      </ul>
    </section>
  ))
}

/** What a person may do, how far, and why. */
export function RightsList({ person, unit }: { person: string; unit: { id: string; name: string } }) {
  const { t } = useTranslation()
  const rights = useQuery(rightsQuery(person))
  const [text, setText] = useState('')
  return (
    <>
      <Decision person={person} unit={unit} />
      <Input.Search
        className={styles.search}
        aria-label={t('rights.search')}
        placeholder={t('rights.search')}
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Loaded query={rights}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState kind="nothing" title={t('rights.none')} compact />
          ) : (
            <Listed rights={all} text={text} />
          )
        }
      </Loaded>
      <p className={styles.hint}>{t('rights.ofRecords')}</p>
    </>
  )
}
