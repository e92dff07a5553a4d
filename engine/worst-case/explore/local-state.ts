import type { Status } from '../../formal/transition.ts'
import type { Standing } from '../../model/index.ts'
import { canonicalText } from './canonical-text.ts'

/** A state of a processor. */
export interface LocalState {
  readonly state: object
  readonly status: Status
  /** How things stand with those who use it, and how many operations it has been asked for. */
  readonly standing: Standing
  readonly calls: number
  /** Whether it woke by itself. */
  readonly wokeItself: boolean
  /** The objects in the state that are not the processor's own, with what they say. */
  readonly shared: readonly SharedObject[]
  /** A text that two share just if they are equal in state and status, and in what they were asked for. */
  readonly text: string
}

/** An object that others can see. */
export interface SharedObject {
  readonly object: object
  readonly path: readonly string[]
  readonly text: string
  /** What it is shared with. */
  readonly owner: string
}

/** The fields in which two pieces of data differ, with what they were and are. */
export function describeChange(before: object, after: object): string {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>]
  const changed = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (field) => safeText(a[field]) !== safeText(b[field]),
  )
  return changed.map((field) => `${field} was ${safeText(a[field])} and is ${safeText(b[field])}`).join(', ')
}

/** The text of anything: one that no plain data has, if it is none. */
export function safeText(value: unknown): string {
  try {
    return canonicalText(value)
  } catch {
    return 'no plain data'
  }
}
