import type { Finding } from '../model/index.ts'
import { last } from './exec.ts'
import { passages } from './passages.ts'
import type { TimedExecution } from './timed.ts'

/** What a finite execution is held to. */
export interface Demands {
  /** Processors that may crash: they may stop taking steps, and what is sent to them may stay where it is. */
  readonly faulty?: ReadonlySet<number>
  /** Up to when the execution is known; what is due later is not demanded. Default: it is complete. */
  readonly horizon?: number
  /** The largest delay allowed, if there is one. */
  readonly delayMax?: number
}

/**
 * Whether a finite timed execution is admissible as far as it goes, or the reason why not.
 *
 * In an admissible execution of an asynchronous system every processor has infinitely many computation events and
 * every message is eventually delivered. Attiya & Welch, section 2.1.1. A finite one is the beginning of an
 * admissible execution in which nothing more happens if every processor that wakes by itself has done so, and every
 * message has been delivered and processed: further steps of a message-driven algorithm then change nothing. Faulty
 * processors owe no steps (section 5.1.1).
 */
export function admissibleAsynchronously(execution: TimedExecution, demands: Demands = {}): Finding {
  const { horizon = Number.POSITIVE_INFINITY, delayMax = Number.POSITIVE_INFINITY } = demands
  const { faulty = new Set() } = demands
  const { wakeTimes } = last(execution).system.instance
  for (let p = 0; p < wakeTimes.length; p++)
    if (wakeTimes[p]! <= horizon && wakeTimes[p] !== Number.POSITIVE_INFINITY && !faulty.has(p))
      if (!wakesAt(execution, p, wakeTimes[p]!)) return `p_${p} does not wake by itself at ${wakeTimes[p]}`
  for (const { letter, sent, processed } of passages(execution)) {
    const sentAt = execution.times[sent]!
    if (processed === null) {
      const due = sentAt + delayMax <= horizon
      if (due && !faulty.has(letter.receiver)) return `m_${letter.id} is never processed`
    } else if (execution.times[processed]! - sentAt > delayMax)
      return `m_${letter.id} has delay ${execution.times[processed]! - sentAt}, more than ${delayMax}`
  }
  return true
}

function wakesAt({ events, times }: TimedExecution, processor: number, time: number): boolean {
  return events.some(
    (event, i) => event.kind === 'comp' && event.wakes && event.processor === processor && times[i] === time,
  )
}

/**
 * Whether a finite execution is one of a synchronous system: it consists of rounds, in each of which every message in
 * an outbuf is delivered, and then every processor has one computation event. Attiya & Welch, section 2.1.2.
 *
 * Round 0 is the start; what it sends is in the outbufs at the beginning of round 1. Steps that can change nothing
 * may be left out: those of sleeping and terminated processors that receive nothing and, in a message-driven
 * algorithm, all without a message.
 */
export function admissibleSynchronously(execution: TimedExecution, demands: Demands = {}): Finding {
  const { faulty = new Set() } = demands
  const { configurations, events, times } = execution
  for (const [index, event] of events.entries())
    if (event.kind === 'comp' && event.round !== times[index])
      return `event ${index}, in round ${event.round}, is at time ${times[index]}`
  for (const { letter, sent, processed } of passages(execution)) {
    const round = times[sent]! + 1
    const missed = processed === null && (demands.horizon === undefined || round <= demands.horizon)
    if ((missed && !faulty.has(letter.receiver)) || (processed !== null && times[processed] !== round))
      return `m_${letter.id}, sent in round ${round - 1}, is not processed in round ${round}`
  }
  const { algorithm } = configurations[0]!.system
  if (algorithm.uponRound === undefined) return true
  const rounds = times.at(-1) ?? 0
  for (let round = 1; round <= rounds; round++) {
    const before = configurations[times.findIndex((time) => time >= round)]!
    for (const [p, { status }] of before.processors.entries()) {
      const steps = events.filter(
        (event, i) => event.kind === 'comp' && event.processor === p && times[i] === round,
      ).length
      if (status === 'awake' && steps !== 1 && !faulty.has(p))
        return `p_${p} takes ${steps} steps in round ${round}`
    }
  }
  return true
}
