import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { PasswordChange } from './PasswordChange'

/** A person's own password. */
export default function PasswordForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open title={t('session.changePassword')} onCancel={onClose} footer={null} width={400} destroyOnHidden>
      <PasswordChange onDone={onClose} />
    </Modal>
  )
}
