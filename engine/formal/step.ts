import type { Call, Channel, Crossing, Detected, Message, Received, Standing } from '../model/index.ts'

/** Before its first step a processor is asleep; in a terminated state it stays for good. */
export type Status = 'asleep' | 'awake' | 'terminated'

/** What a computation event is given. */
export interface StepInput {
  readonly degree: number
  /** Whether the processor wakes by itself in this event. */
  readonly wakes: boolean
  /** The messages of all inbufs, by channel, those of one channel in the order of sending. */
  readonly inbox: readonly Received[]
  /** The number of the round in a synchronous system. In round 0 a processor only starts. */
  readonly round: number | null
  /** A coin of this processor. */
  readonly random: () => number
  /** The weight of one of its channels; undefined where channels have none. */
  readonly weight: (channel: Channel) => number | undefined
  /** How things stand with those who use the processor. Default: it has not been asked for anything. */
  readonly standing?: Standing
  /** What its clock shows. */
  readonly clock?: number | undefined
  /** What its failure detector says. */
  readonly detected?: Detected | undefined
  /** The timers that are due, in the order in which they were set. Default: none. */
  readonly due?: readonly string[]
  /** Whether it comes back after a crash. Default: it has not crashed. */
  readonly recovers?: boolean
  /** What is asked of it, one after the other, once it has processed its messages. Default: nothing. */
  readonly asks?: readonly Call[]
  /** Told of each message as it is sent. */
  readonly sends?: (message: Message) => void
}

/** What goes into an outbuf. */
export interface Sending {
  readonly channel: Channel
  readonly message: Message
}

/** A timer that is set. */
export interface SetTimer {
  readonly name: string
  readonly duration: number
}

/** What a processor does in one computation event. */
export interface StepResult {
  readonly status: Status
  /** In the order of sending. */
  readonly sent: readonly Sending[]
  /** The marks that it makes. */
  readonly marks: readonly string[]
  /** The timers that go off, and those that it sets. */
  readonly timeouts: readonly string[]
  readonly timers: readonly SetTimer[]
  /** What crosses its interface, in order, and how things stand then. */
  readonly crossings: readonly Crossing[]
  readonly standing: Standing
}
