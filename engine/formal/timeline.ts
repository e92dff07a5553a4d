import { apply } from './apply.ts'
import type { Configuration } from './configuration.ts'
import type { Event } from './event.ts'
import type { Letter } from './letter.ts'
import type { TimedExecution } from './timed.ts'

/** A timed execution that grows event by event. */
export class Timeline implements TimedExecution {
  readonly configurations: Configuration[]
  readonly events: Event[] = []
  readonly times: number[] = []

  constructor(initial: Configuration) {
    this.configurations = [initial]
  }

  /** The configuration that it has come to. */
  get last(): Configuration {
    return this.configurations[this.configurations.length - 1]!
  }

  /** The message moves to its inbuf, unless it has before. */
  deliver({ id, sender, receiver, channel }: Letter, time: number): void {
    if (this.last.processors[sender]!.outbufs[channel]!.some((letter) => letter.id === id))
      this.happen({ kind: 'del', sender, receiver, message: id }, time)
  }

  /** The message is gone, for its receiver is down. */
  miss({ id, sender, receiver }: Letter, time: number): void {
    this.happen({ kind: 'missed', sender, receiver, message: id }, time)
  }

  happen(event: Event, time: number): void {
    this.configurations.push(apply(this.last, event))
    this.events.push(event)
    this.times.push(time)
  }
}
