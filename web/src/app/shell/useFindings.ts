import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { features } from '@/app/features'
import { api } from '@/shared/api'
import { useLabels } from '@/shared/i18n/labels'
import { recordPath } from '@/shared/paths'
import { allows, useMe } from '@/shared/session'
import type { SearchHit } from '@/shared/types'
import { useDebounced } from '@/shared/useDebounced'

export interface Finding {
  key: string
  section: string
  name: string
  title?: string
  hint?: string
  path: string
  search?: Record<string, string>
  record?: SearchHit
  /** A name worth keeping for the filter chip that the path leads to. */
  remember?: { key: string[]; name: string }
}

function usePlaces(text: string): Finding[] {
  const { t } = useTranslation()
  const labels = useLabels()
  const me = useMe()
  const matches = (label: string) => label.toLowerCase().includes(text.toLowerCase())
  const pages = features
    .flatMap((feature) => feature.menu ?? [])
    .filter((entry) => allows(me, entry.need))
    .map((entry) => ({
      key: `page ${entry.path}`,
      section: t('shell.searchPages'),
      name: labels.text(entry.label),
      path: entry.path,
    }))
  const creations = features
    .flatMap((feature) => feature.creations ?? [])
    .filter((creation) => allows(me, creation.need))
    .map((one) => ({
      key: `new ${one.path}`,
      section: t('shell.searchCreate'),
      name: labels.text(one.label),
      path: one.path,
    }))
  return [...creations, ...pages].filter((place) => matches(place.name))
}

export function useFindings(text: string): { findings: Finding[]; searching: boolean; error: unknown } {
  const { t } = useTranslation()
  const wanted = useDebounced(text.trim(), 150)
  const places = usePlaces(text.trim())
  const mayIncidents = allows(useMe(), 'incident:read')
  const found = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => api.get('/api/search', { query: { q: wanted, size: 20 }, signal }),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
  })
  const result = wanted ? found.data : undefined
  const findings: Finding[] = [
    ...(result?.records ?? []).map((record) => ({
      key: record.id,
      section: t('shell.searchRecords'),
      name: record.number,
      title: record.title,
      path: recordPath(record.kind, record.id),
      record,
    })),
    ...(result?.people ?? []).map((person) => ({
      key: person.id,
      section: t('shell.searchPeople'),
      name: person.name,
      hint: person.unit,
      ...(mayIncidents
        ? { path: '/incidents', search: { requester: person.id } }
        : { path: '/people', search: { q: person.name } }),
      remember: { key: ['ref-name', 'person', person.id], name: person.name },
    })),
    ...(result?.systems ?? []).map((system) => ({
      key: system.id,
      section: t('shell.searchSystems'),
      name: system.name,
      hint: system.systemClass,
      ...(mayIncidents ? { path: '/incidents', search: { system: system.id } } : { path: `/systems/${system.id}` }),
      remember: { key: ['ref-name', 'system', system.id], name: system.name },
    })),
    ...places,
  ]
  return { findings, searching: found.isFetching || wanted !== text.trim(), error: found.error }
}
