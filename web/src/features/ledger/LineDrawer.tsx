import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { figure } from '@/shared/figures'
import { formatInstant } from '@/shared/time'
import { Loaded } from '@/shared/ui/Loaded'
import { usePhone } from '@/shared/viewport'
import { lineQuery, type LedgerLine } from './api'
import styles from './ledger.module.css'
import { useLedgerWords } from './words'

/** One line: who did what to what, what was supplied, and the block that seals it. */
export function LineDrawer({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  return (
    <Drawer
      open={id !== undefined}
      onClose={onClose}
      size={phone ? '100%' : 640}
      title={t('ledger.line')}
      destroyOnHidden
    >
      {id && <Body id={id} />}
    </Drawer>
  )
}

function Body({ id }: { id: string }) {
  const line = useQuery(lineQuery(id))
  return <Loaded query={line}>{(found) => <Line line={found} />}</Loaded>
}

function text(value: unknown, refs: Record<string, string>): string {
  if (value == null) return '—'
  if (typeof value === 'string') return refs[value] ?? value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function Line({ line }: { line: LedgerLine }) {
  const { t } = useTranslation()
  const words = useLedgerWords()
  const { row, body, withheld, refs, block } = line
  const facts: [string, React.ReactNode][] = [
    [t('ledger.act'), words.act(row.command)],
    [t('ledger.actor'), row.actor ? `${row.actor.name}  ${row.actor.unit}` : t('ledger.system')],
    [t('ledger.kind'), words.kind(row.subjectKind)],
    [t('ledger.subject'), row.subjectName ?? row.subject],
    [t('ledger.happenedAt'), formatInstant(row.happenedAt)],
    [t('ledger.recordedAt'), formatInstant(row.recordedAt)],
    [t('ledger.seq'), row.seq == null ? t('ledger.unplaced') : figure(row.seq)],
    [t('ledger.version'), line.version || null],
    [t('ledger.state'), row.toState && `${row.fromState ?? '—'} → ${row.toState}`],
  ]
  const hidden = Object.entries(withheld)
  return (
    <div className={styles.line}>
      <Descriptions
        column={1}
        size="small"
        items={facts.map(([label, children]) => ({ key: label, label, children: children ?? '—' }))}
      />
      <h3>{t('ledger.body')}</h3>
      {Object.keys(body).length === 0 && hidden.length === 0 && <p>{t('ledger.bodyEmpty')}</p>}
      <Descriptions
        column={1}
        size="small"
        items={[
          ...Object.entries(body).map(([name, value]) => ({
            key: name,
            label: words.field(name),
            children: text(value, refs),
          })),
          ...hidden.map(([name, length]) => ({
            key: name,
            label: words.field(name),
            children: <i className={styles.faint}>{t('ledger.withheld', { count: length })}</i>,
          })),
        ]}
      />
      {hidden.length > 0 && <p className={styles.faint}>{t('ledger.withheldHint')}</p>}
      <h3>{t('ledger.block')}</h3>
      {block ? (
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'number', label: t('ledger.blockNumber'), children: figure(block.number) },
            { key: 'hash', label: t('ledger.hash'), children: <code className={styles.hash}>{block.hash}</code> },
            { key: 'sealedAt', label: t('ledger.sealedAt'), children: formatInstant(block.sealedAt) },
          ]}
        />
      ) : (
        <p>{t('ledger.unsealed')}</p>
      )}
    </div>
  )
}
