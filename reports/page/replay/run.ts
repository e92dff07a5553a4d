import type {
  AnyAlgorithm,
  ComputedInstance,
  Crossing,
  Message,
  PropertyFinding,
} from '../../../engine/index.ts'
import type { Row } from '../../../experiments/cell/index.ts'
import type { Place } from './edits.ts'

/** `changed`: awake, in a state that is no longer the one it woke in. */
export type Condition = 'asleep' | 'awake' | 'changed' | 'terminated' | 'crashed'

/** A message that an event would send and that does not get through: not sent, lost on its channel, or not heard. */
export interface Stray {
  readonly to: number
  readonly content: Message
  readonly fate: 'omitted' | 'lost' | 'unheard'
}

/** A computation event of a run. */
export interface RunEvent {
  /** In units of the run, like all times here. */
  readonly time: number
  /** The same before scaling. */
  readonly exact: number
  readonly processor: number
  readonly wakes: boolean
  readonly terminates: boolean
  /** The numbers of the messages that it processes, in order. */
  readonly received: readonly number[]
  /** The number of the first message that it sends; the others follow. */
  readonly firstSent: number
  readonly sent: number
  /** What crosses the interface of the processor: invocations, responses, outputs. */
  readonly crossings: readonly Crossing[]
  /** The processor's state before and after. */
  readonly before: object
  readonly after: object
  readonly condition: Condition
  /** The processor crashes with this event; it comes back in it; it is Byzantine. */
  readonly crashes: boolean
  readonly recovers: boolean
  readonly lies: boolean
  readonly strays: readonly Stray[]
}

/** A message of a run; messages are numbered 0, 1, 2 … in the order of sending. */
export interface RunMessage extends Place {
  readonly id: number
  readonly content: Message
  readonly sent: number
  readonly arrival: number
  /** What the delays gave it; waiting for a step of its receiver or for a message before it comes on top. */
  readonly delay: number
  readonly edited: boolean
}

/** An execution of a cell with all that there is to show of it. */
export interface Run {
  readonly row: Row
  readonly algorithm: AnyAlgorithm
  readonly instance: ComputedInstance
  readonly synchronous: boolean
  readonly events: readonly RunEvent[]
  readonly messages: readonly RunMessage[]
  /** By message, the event that sends it, and the one that processes it: −1 if it never is. */
  readonly sentIn: Int32Array
  readonly processedIn: Int32Array
  /** The messages of the chain that realises the time. */
  readonly witness: ReadonlySet<number>
  /** When the last event happens. */
  readonly end: number
  /** What times are divided by. */
  readonly unit: number
  /** The longest delay that an edit may give; less than 1 where messages then wait for a step of their receiver. */
  readonly longest: number
  /** The execution as a file that can be verified. */
  readonly record: readonly Uint8Array[]
  /** What each property says of the last configuration. */
  readonly findings: readonly PropertyFinding[]
  /** Whether the run was ended while something was left to do. */
  readonly cutShort: boolean
  /** What fails, as a spec, and who lies. */
  readonly faults: string
  readonly liars: ReadonlySet<number>
  /** Whether the reader can decide whether a processor crashes or lies. */
  decidable(processor: number): boolean
}
