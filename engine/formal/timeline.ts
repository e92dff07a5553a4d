import { apply } from './apply.ts'
import type { Configuration } from './configuration.ts'
import type { Event } from './event.ts'
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

  happen(event: Event, time: number): void {
    this.configurations.push(apply(this.last, event))
    this.events.push(event)
    this.times.push(time)
  }
}
