import type { Role } from '@/shared/roles'

export const dutiesOf = (role: Role, language: string): string => (language === 'zh-CN' ? role.dutiesZh : role.dutiesEn)
