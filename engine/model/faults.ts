/** A kind of faults that an algorithm may tolerate. */
export type FaultKind = 'crash' | 'recover' | 'omission' | 'loss' | 'duplicate' | 'partition' | 'byzantine'

/** What a system is, as far as the messages in it may depend on it. */
export interface SystemSize {
  readonly n: number
  /** How many processors may fail, as algorithms are told. */
  readonly f: number
  /** The inputs, by processor. */
  readonly values: readonly number[]
}
