import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Drawer, Form, Input, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/shared/i18n/labels'
import { formatInstant } from '@/shared/time'
import { FormDrawer } from '@/shared/ui/FormDrawer'
import { Loaded } from '@/shared/ui/Loaded'
import { PersonName } from '@/shared/ui/people'
import { usePhone } from '@/shared/viewport'
import { entryQuery, LIST, type Reading, retireSecret, type Secret, VAULT } from './api'
import { EntryForm } from './EntryForm'
import { Holders } from './Holders'
import { Readings } from './Readings'
import { Renewal } from './Renewal'
import { RenewForm } from './RenewForm'
import { RevealDialog } from './RevealDialog'
import styles from './vault.module.css'
import { Versions } from './Versions'

function Facts({ secret }: { secret: Secret }) {
  const { t } = useTranslation()
  const labels = useLabels()
  const facts = [
    { key: 'secretKind', children: labels.value('SecretKind', secret.secretKind) },
    { key: 'account', children: secret.account },
    { key: 'system', children: secret.system?.name ?? '—' },
    { key: 'unit', children: secret.unit.name },
    { key: 'custodian', children: <PersonName person={secret.custodian} /> },
    { key: 'filedWith', children: <PersonName person={secret.filedWith} /> },
    { key: 'filedAt', children: formatInstant(secret.filedAt) },
    { key: 'releaseRule', children: <span className={styles.text}>{secret.releaseRule}</span> },
    {
      key: 'renewDays',
      children: secret.renewDays ? t('vault.everyDays', { count: secret.renewDays }) : t('vault.own'),
    },
    { key: 'renewedAt', children: formatInstant(secret.renewedAt) },
    { key: 'renewBy', children: <Renewal secret={secret} /> },
    { key: 'notes', children: <span className={styles.text}>{secret.notes || '—'}</span> },
  ] as const
  return (
    <Descriptions
      column={1}
      size="small"
      items={facts.map((fact) => ({ ...fact, label: t(`vault.fields.${fact.key}`) }))}
    />
  )
}

interface RetireProps {
  secret: Secret
  onSaved: () => void
  onClose: () => void
}

function RetireForm({ secret, onSaved, onClose }: RetireProps) {
  const { t } = useTranslation()
  const label = t('vault.retireReason')
  return (
    <FormDrawer<{ reason: string }>
      title={t('vault.retireTitle', { name: secret.name })}
      initial={{}}
      saveText={t('vault.retire')}
      save={({ reason }, key) => retireSecret(secret, reason.trim(), key)}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('common.required', { field: label }) }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  )
}

type Doing = 'RENEW' | 'REVISE' | 'RETIRE'
/** Which version is to be read, and what was revealed of it already. */
interface Wanted {
  number: number | null
  revealed?: Reading
}

/** One confidential password: what is known of it, who holds and read it, and what may be done. */
export function EntryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const queries = useQueryClient()
  const found = useQuery(entryQuery(id))
  const [doing, setDoing] = useState<Doing>()
  const [reading, setReading] = useState<Wanted>()
  const refresh = () => {
    for (const queryKey of [VAULT, LIST, ['list', '/api/vault/{id}/reveals']])
      void queries.invalidateQueries({ queryKey })
  }
  const secret = found.data?.entry
  const ending = {
    onClose: () => setDoing(undefined),
    onSaved: () => {
      setDoing(undefined)
      refresh()
    },
  }
  if (secret && doing === 'REVISE') return <EntryForm secret={secret} {...ending} />
  if (secret && doing === 'RENEW') return <RenewForm secret={secret} {...ending} />
  if (secret && doing === 'RETIRE') return <RetireForm secret={secret} {...ending} />
  return (
    <Drawer open title={secret?.name ?? t('common.loading')} onClose={onClose} size={phone ? '100%' : 560}>
      <Loaded query={found}>
        {({ entry, actions }) => (
          <>
            {entry.exposedBy && !entry.retiredAt && (
              <Alert
                type="warning"
                showIcon
                title={t('vault.exposedNote', { name: entry.exposedBy.name })}
                style={{ marginBottom: 12 }}
              />
            )}
            <div className={styles.buttons}>
              {actions.includes('REVEAL') && !entry.retiredAt && (
                <Button type="primary" onClick={() => setReading({ number: null })}>
                  {t('vault.reveal')}
                </Button>
              )}
              {actions.includes('RENEW') && <Button onClick={() => setDoing('RENEW')}>{t('vault.renew')}</Button>}
              {actions.includes('REVISE') && <Button onClick={() => setDoing('REVISE')}>{t('common.edit')}</Button>}
              {actions.includes('RETIRE') && (
                <Button danger onClick={() => setDoing('RETIRE')}>
                  {t('vault.retire')}
                </Button>
              )}
            </div>
            <Tabs
              items={[
                { key: 'facts', label: t('vault.tabs.facts'), children: <Facts secret={entry} /> },
                { key: 'holders', label: t('vault.tabs.holders'), children: <Holders id={id} /> },
                {
                  key: 'log',
                  label: t('vault.tabs.log'),
                  children: <Readings id={id} onOpen={(one) => setReading({ number: one.number, revealed: one })} />,
                },
                {
                  key: 'versions',
                  label: t('vault.tabs.versions'),
                  children: (
                    <Versions
                      secret={entry}
                      onReveal={actions.includes('REVEAL') ? (number) => setReading({ number }) : undefined}
                    />
                  ),
                },
              ]}
            />
            {reading && (
              <RevealDialog
                secret={entry}
                number={reading.number}
                {...(reading.revealed && { revealed: reading.revealed })}
                onChanged={refresh}
                onClose={() => setReading(undefined)}
              />
            )}
          </>
        )}
      </Loaded>
    </Drawer>
  )
}
