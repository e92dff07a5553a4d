import type { Value } from './history.ts'

/** What a processor is asked for. */
export interface Call {
  readonly operation: string
  readonly argument?: Value
}

/** What crosses the interface of a processor in one of its events. */
export type Crossing =
  | (Call & { readonly kind: 'invocation' })
  | { readonly kind: 'response'; readonly result?: Value }
  | { readonly kind: 'output'; readonly output: string; readonly value?: Value }
