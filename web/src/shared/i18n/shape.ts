/** The same keys with other texts: a missing or superfluous key in a translation does not compile. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
