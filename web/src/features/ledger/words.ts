import { lookUp, useLabels } from '@/shared/i18n/labels'

/** What lines are about and what was done, in words: commands on records and administrative acts alike. */
export function useLedgerWords() {
  const labels = useLabels()
  return {
    kind: (kind: string): string => lookUp(`ledger.kinds.${kind}`) ?? labels.value('Kind', kind),
    act: (command: string): string => lookUp(`ledger.acts.${command}`) ?? labels.command(command),
    field: (name: string): string => lookUp(`ledger.fields.${name}`) ?? labels.field(name),
  }
}
