import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccountWords } from '@/shared/i18n/account'
import { useLabels } from '@/shared/i18n/labels'
import { one, useSearchState } from '@/shared/search'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Loaded } from '@/shared/ui/Loaded'
import { PageHeader } from '@/shared/ui/PageHeader'
import { type Source, sourcesQuery } from './api'
import { SourceDrawer } from './SourceDrawer'
import { SourceForm } from './SourceForm'
import styles from './source.module.css'

function SourceLine({ source, onOpen }: { source: Source; onOpen: () => void }) {
  const { t } = useAccountWords()
  const labels = useLabels()
  return (
    <li>
      <button type="button" className={styles.open} onClick={onOpen}>
        {source.name}
      </button>
      <Tag>{labels.value('SourceKind', source.kind)}</Tag>
      {!source.active && <Tag>{t('sourceOff')}</Tag>}
      <div className={styles.faint}>{source.ldap?.urls.join(' · ') ?? source.oidc?.issuer}</div>
    </li>
  )
}

/** Where people are proved instead of by a password of this product. */
export default function SourcesPage() {
  const { t } = useAccountWords()
  const { t: common } = useTranslation()
  const [search, change] = useSearchState()
  const sources = useQuery(sourcesQuery)
  const [editing, setEditing] = useState<'new' | 'open'>()
  const open = sources.data?.find((source) => source.id === one(search.source))
  return (
    <>
      <PageHeader
        title={common('people.sources')}
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing('new')}>
            {t('sourceNew')}
          </Button>
        }
      />
      <p className={styles.hint}>{t('sourcesHint')}</p>
      <Loaded query={sources}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState kind="unconfigured" title={t('sourcesNone')} hint={t('sourcesNoneHint')} />
          ) : (
            <ul className={styles.lines}>
              {all.map((source) => (
                <SourceLine key={source.id} source={source} onOpen={() => change({ source: source.id })} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && !editing && (
        <SourceDrawer source={open} onEdit={() => setEditing('open')} onClose={() => change({ source: undefined })} />
      )}
      {editing && (
        <SourceForm
          source={editing === 'open' ? open : undefined}
          onSaved={() => setEditing(undefined)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
