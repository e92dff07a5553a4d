import type { Detected, HistoryEvent, Message } from '../../model/index.ts'

/**
 * Looks on while an execution runs, one computation event after the other: `begins`, then `wakes` if the processor
 * wakes by itself, `processes` for each message in the order in which they are processed, `sends` for each that is
 * sent, `ends`. An event in which the algorithm throws does not end.
 */
export interface Observer {
  begins(processor: number, time: number): void
  wakes(): void
  /** `slot` is the receiver's. */
  processes(slot: number, message: Message): void
  /** `slot` is the sender's, `mirror` the receiver's slot of the same channel. */
  sends(slot: number, mirror: number, message: Message, arrival: number): void
  ends(terminated: boolean): void
  /** Message `index` of those that the event sends does not get through; `slot` is the sender's. */
  strays?(index: number, slot: number, message: Message, fate: 'omitted' | 'lost' | 'unheard'): void
  /** The last so many messages of the event are copies that channels make. */
  copies?(count: number): void
  /** The processor at work is Byzantine; or crashes with this event, until a time or for good; or comes back in it. */
  lies?(): void
  crashes?(back: number): void
  recovers?(): void
  /** A timer of the processor at work goes off. */
  timesOut?(name: string): void
  /** The processor at work asks its failure detector, which says this in the whole event. */
  detects?(said: Detected): void
  /** What crosses the interface of the processor at work, as it does. */
  crosses?(event: HistoryEvent): void
}
