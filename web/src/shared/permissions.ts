import { lookUp, type Labels } from '@/shared/i18n/labels'

const pascal = (act: string): string =>
  act
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

/** What a permission is about: the part before the colon, in words. */
export const areaWords = (permission: string): string => {
  const area = permission.split(':')[0] ?? permission
  return lookUp(`people.areas.${area}`) ?? area
}

/** `incident:raise-work-order` in words: an act of its own, or the name of the command. */
export function permissionWords(permission: string, labels: Labels): string {
  const act = permission.split(':')[1] ?? permission
  return lookUp(`people.acts.${act}`) ?? labels.command(pascal(act))
}
