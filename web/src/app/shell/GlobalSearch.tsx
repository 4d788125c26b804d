import { SearchOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Input, Modal } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, useFindings } from '@/app/shell/useFindings'
import { StateTag } from '@/shared/ui/tags'
import { problemText } from '@/shared/ui/problemText'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import styles from './search.module.css'

/** Ctrl-K: anything by number, word or name. */
export default function GlobalSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { findings, searching, error } = useFindings(text)
  const chosen = Math.min(at, findings.length - 1)
  const open = (finding: Finding) => {
    if (finding.remember) queries.setQueryData(finding.remember.key, finding.remember.name)
    onClose()
    void navigate({ to: finding.path, search: (finding.search ?? {}) as never })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((chosen + step + findings.length) % Math.max(1, findings.length))
    }
    const finding = findings[chosen]
    if (event.key === 'Enter' && finding && !event.nativeEvent.isComposing) open(finding)
  }
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={640} title={null} style={{ top: 64 }}>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('shell.searchPlaceholder')}
        aria-label={t('common.search')}
        role="combobox"
        aria-expanded={findings.length > 0}
        aria-controls={list}
        aria-activedescendant={findings[chosen] ? `${list}-${chosen}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div id={list} role="listbox" aria-label={t('common.search')} className={styles.list} aria-busy={searching}>
        {findings.map((finding, index) => (
          <div key={finding.key} role="presentation">
            {finding.section !== findings[index - 1]?.section && (
              <div className={styles.section}>{finding.section}</div>
            )}
            {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the box above holds the focus and the keys */}
            <div
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={styles.option}
              onClick={() => open(finding)}
              onMouseMove={() => setAt(index)}
            >
              <span className={styles.name}>
                <b>{finding.name}</b> {finding.title}
              </span>
              {finding.record && <StateTag {...finding.record} />}
              {finding.record ? <RelativeTime at={finding.record.openedAt} /> : <span>{finding.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {Boolean(error) && <Alert type="error" showIcon title={problemText(error)} />}
      {findings.length === 0 && !error && (
        <p className={styles.none} role="status">
          {searching ? t('common.loading') : text ? t('shell.searchNothing', { text }) : t('shell.searchHint')}
        </p>
      )}
    </Modal>
  )
}
