import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '@/shared/moved'
import { AgreementCard } from './AgreementCard'
import { AgreementDrawer } from './AgreementDrawer'
import styles from './agreement.module.css'
import type { Agreement } from './api'

interface Props {
  agreements: Agreement[]
  names: Record<string, string>
  onChange: (agreements: Agreement[]) => void
}

/** Agreements that are only thought of: they lie in the browser. */
export function DraftAgreements({ agreements, names, onChange }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<{ at: number; agreement: Agreement | undefined }>()
  return (
    <>
      <ul className={styles.list}>
        {agreements.map((agreement, index) => (
          <AgreementCard
            key={agreement.name}
            agreement={agreement}
            names={names}
            may
            first={index === 0}
            last={index === agreements.length - 1}
            onEdit={() => setOpen({ at: index, agreement })}
            onRemove={() => onChange(agreements.filter((_, at) => at !== index))}
            onMove={(by) => onChange(moved(agreements, index, by))}
          />
        ))}
      </ul>
      <Button
        icon={<PlusOutlined aria-hidden />}
        onClick={() => setOpen({ at: agreements.length, agreement: undefined })}
      >
        {t('agreements.new')}
      </Button>
      {open && (
        <AgreementDrawer
          draft
          agreement={open.agreement}
          names={names}
          onClose={() => setOpen(undefined)}
          onSaved={() => setOpen(undefined)}
          save={(agreement) => {
            onChange(agreements.toSpliced(open.at, 1, agreement))
            return Promise.resolve()
          }}
        />
      )}
    </>
  )
}
