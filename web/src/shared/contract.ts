import type { components, paths } from '@/shared/schema'

/** How addresses, parameters, bodies and answers are read from the server's description of its API. */

export type Schemas = components['schemas']
export type Method = 'get' | 'post' | 'put' | 'delete'

/** The addresses that know a method. */
export type AddressOf<M extends Method> = {
  [A in keyof paths]: paths[A] extends Record<M, object> ? A : never
}[keyof paths]

type Operation<A extends AddressOf<M>, M extends Method> = A extends keyof paths ? paths[A][M & keyof paths[A]] : never

type Json<R> = R extends { content: { 'application/json': infer C } } ? C : void
type Answered<O> = O extends { responses: infer R } ? Json<R[keyof R]> : never
export type Answer<A extends AddressOf<M>, M extends Method = 'get'> = Answered<Operation<A, M>>

type Content<C> = C extends { 'application/json': infer J } ? J : Blob
type Taken<O> = O extends { requestBody?: infer B } ? ContentOf<NonNullable<B>> : never
type ContentOf<B> = [B] extends [never] ? never : B extends { content: infer C } ? Content<C> : never
export type Body<A extends AddressOf<M>, M extends Method> = Taken<Operation<A, M>>

type Asked<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never
/** What a list or a page may be asked for. */
export type QueryOf<A extends AddressOf<'get'>> = Asked<Operation<A, 'get'>>
/** The same as it stands in the address bar: text. */
export type SearchOf<A extends AddressOf<'get'>> = {
  [N in Extract<keyof QueryOf<A>, string>]?: string | string[] | undefined
}

type Part<N extends string, T> = [T] extends [never]
  ? { [K in N]?: never }
  : Record<never, never> extends T
    ? { [K in N]?: T }
    : { [K in N]: T }
type Path<O> = O extends { parameters: { path: infer P } } ? P : never

/** What goes with a call, in its three places. */
export type Parts<A extends AddressOf<M>, M extends Method> = Part<'path', Path<Operation<A, M>>> &
  Part<'query', Asked<Operation<A, M>>> &
  Part<'body', Body<A, M>>

/** Lists that are read page by page. */
export type ListAddress = {
  [A in AddressOf<'get'>]: Answer<A> extends { rows: unknown[]; next: string | null } ? A : never
}[AddressOf<'get'>]
/** One page of a list. */
export interface Slice<R> extends Omit<Schemas['SliceTimelineEntry'], 'rows'> {
  rows: R[]
}
export type RowOf<A extends ListAddress> = Answer<A>['rows'][number]
