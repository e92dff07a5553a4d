import type { Call } from '../model/index.ts'
import type { Request, Workload } from '../workload/index.ts'
import { apply } from './apply.ts'
import type { Configuration } from './configuration.ts'
import type { Computation } from './event.ts'

/** Those who use the processors of a timed execution. */
export class Users {
  readonly #workload: Workload | null
  /** By processor, what it is to be asked for next. */
  readonly #requests: (Request | null)[]

  constructor(workload: Workload | null, n: number) {
    this.#workload = workload
    this.#requests = Array.from({ length: n }, (_, p) => workload?.next(p, 0) ?? null)
  }

  /** Whether a processor is to be asked for something by now. */
  want(processor: number, now: number): boolean {
    const request = this.#requests[processor]!
    return request !== null && request.time <= now
  }

  /** When somebody is to be asked for something next, after this time. */
  nextAfter(now: number): number {
    return Math.min(
      ...this.#requests.map((request) =>
        request !== null && request.time > now ? request.time : Number.POSITIVE_INFINITY,
      ),
    )
  }

  /** Whether nobody will ask for anything any more, and everything has been answered. */
  satisfied(now: Configuration): boolean {
    if (this.#workload === null || this.#requests.some((request) => request !== null)) return false
    let pending = 0
    for (const crossing of now.crossings) {
      if (crossing.kind === 'response') pending--
      else if (crossing.kind === 'invocation' && !this.#isUnanswered(now, crossing)) pending++
    }
    return pending === 0
  }

  /**
   * The event with what is asked in it. Whether something is asked depends on what the processor has answered, so the
   * event is carried out again with each operation more.
   */
  withAsks(before: Configuration, event: Computation, now: number): Computation {
    const { processor } = event
    const asks: Call[] = []
    let heard = 0
    for (;;) {
      const asked = asks.length === 0 ? event : { ...event, asks: [...asks] }
      const after = apply(before, asked)
      const crossings = after.crossings.slice(before.crossings.length)
      for (; heard < crossings.length; heard++) {
        const { kind } = crossings[heard]!
        const isDone =
          kind === 'response' || (kind === 'invocation' && this.#isUnanswered(after, crossings[heard]!))
        if (isDone) this.#requests[processor] = this.#workload!.next(processor, now)
      }
      if (!this.want(processor, now)) return asked
      const { time: _, ...call } = this.#requests[processor]!
      this.#requests[processor] = null
      if (after.processors[processor]!.status === 'terminated') return asked
      asks.push(call)
    }
  }

  #isUnanswered({ system }: Configuration, crossing: Configuration['crossings'][number]): boolean {
    return (
      crossing.kind === 'invocation' &&
      system.algorithm.service!.operations[crossing.operation]!.unanswered === true
    )
  }
}
