import { lookUp } from '@/shared/i18n/labels'
import { asProblem } from '@/shared/problem'

/** One sentence for a person. The server's own words where it has any, ours where it could not answer. */
export function problemText(error: unknown): string {
  const problem = asProblem(error)
  const ours = lookUp(`common.error.${problem.code}`) ?? lookUp('common.error.unexpected') ?? ''
  if (problem.status <= 0 || problem.status >= 500) return ours
  return problem.detail ?? ours
}
