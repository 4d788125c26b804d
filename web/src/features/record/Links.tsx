import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Link as PageLink } from '@tanstack/react-router'
import { App, Button, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/features/record/Panel'
import { useRefresh } from '@/features/record/record'
import { RefPicker } from '@/features/record/RefPicker'
import { api } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import type { Link, LinkType, RecordView } from '@/shared/types'
import { problemText } from '@/shared/ui/problemText'
import { StateTag } from '@/shared/ui/tags'
import styles from './record.module.css'

/** What people link; raising an order and merging link by themselves. */
const BY_HAND: LinkType[] = ['RELATES_TO', 'CAUSED_BY']

function useLinkMutation<A>(id: string, act: (argument: A) => Promise<unknown>, done?: () => void) {
  const refresh = useRefresh(id)
  const { message } = App.useApp()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await refresh()
      done?.()
    },
    onError: (error) => void message.error(problemText(error)),
  })
}

function NewLink({ view, onDone }: { view: RecordView; onDone: () => void }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [type, setType] = useState<LinkType>('RELATES_TO')
  const [to, setTo] = useState<string>()
  const add = useLinkMutation(
    view.id,
    async (to: string) => api.post('/api/records/{id}/links', { path: { id: view.id }, body: { to, type } }),
    onDone,
  )
  return (
    <Space orientation="vertical" style={{ width: '100%', marginTop: 8 }}>
      <Select
        value={type}
        onChange={setType}
        aria-label={labels.field('type')}
        options={BY_HAND.map((value) => ({ value, label: labels.value('LinkType', value) }))}
        style={{ width: '100%' }}
      />
      <RefPicker type="record" value={to} onChange={setTo} aria-label={t('common.placeholder.record')} />
      <Space>
        <Button type="primary" disabled={!to} loading={add.isPending} onClick={() => to && add.mutate(to)}>
          {t('common.add')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </Space>
    </Space>
  )
}

/** Other records that belong to this story. */
export function Links({ view }: { view: RecordView }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const [adding, setAdding] = useState(false)
  const remove = useLinkMutation(view.id, (link: Link) =>
    api.delete('/api/records/{id}/links/{link}', { path: { id: view.id, link: link.id } }),
  )
  const add = view.canNote && !adding && (
    <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('record.addLink')}
    </Button>
  )
  return (
    <Panel title={t('record.links')} extra={add}>
      {view.links.length === 0 && !adding && <p className={styles.quiet}>{t('record.noLinks')}</p>}
      <ul className={styles.rows}>
        {view.links.map((link) => (
          <li key={link.id} className={styles.row}>
            <span>
              <span className={styles.quiet}>
                {labels.value(link.outgoing ? 'LinkType' : 'LinkTypeReverse', link.type)}
              </span>
              <br />
              <PageLink to={recordPath(link.record.kind, link.record.id)}>
                {link.record.number} {link.record.title}
              </PageLink>
              <br />
              <StateTag kind={link.record.kind} state={link.record.state} phase={link.record.phase} />
            </span>
            {view.canNote && BY_HAND.includes(link.type) && (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('record.removeLink', { number: link.record.number })}
                onClick={() => remove.mutate(link)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <NewLink view={view} onDone={() => setAdding(false)} />}
    </Panel>
  )
}
