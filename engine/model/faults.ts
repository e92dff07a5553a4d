/** A kind of faults that an algorithm may tolerate. */
export type FaultKind =
  | 'crash'
  | 'recover'
  | 'omission'
  | 'loss'
  | 'duplicate'
  | 'partition'
  | 'suspicion'
  | 'byzantine'
  | 'arbitrary-state'

/** What a system is, as far as the messages in it may depend on it. */
export interface SystemSize {
  readonly n: number
  /** How many processors may fail, as algorithms are told. */
  readonly f: number
  /** The inputs, by processor. */
  readonly values: readonly number[]
}

/** From whom to whom a lie goes, when, and what the liar may know. */
export interface LieContext extends SystemSize {
  readonly liar: number
  readonly receiver: number
  readonly round: number
  /** All who lie; they know of each other. */
  readonly liars: readonly number[]
  /** The identifiers, by processor. */
  readonly ids: readonly number[]
  /** Of what correct processors have sent to liars, what only they could have written. */
  readonly secrets: ReadonlySet<string>
}
