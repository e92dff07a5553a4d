import { faultKinds } from '../faults/index.ts'
import type { Status } from '../formal/transition.ts'
import type { Network } from '../model/index.ts'
import type { ParameterValues } from '../specs/entry.ts'
import { lossProblem } from './channel-faults.ts'
import { crashProblem } from './crash-problem.ts'
import { firstProblem } from './first-problem.ts'
import type { Header, RecordedEvent, RecordedStray } from './format.ts'
import { Outages } from './recovery-problem.ts'
import type { Replica } from './replica.ts'

/** What a processor fails in. */
type Failing = 'crash' | 'omission' | 'byzantine'

/** What is wrong with the faults of an event that comes next; null if nothing is. */
export function faultProblem(
  ledger: FaultLedger | null,
  event: RecordedEvent,
  { status, instance }: Pick<Replica, 'status' | 'instance'>,
): string | null {
  if (ledger !== null) return ledger.note(event, status[event.processor]!, instance.network)
  const { strays, copies, lies, crashes, recovers } = event
  return strays || copies || lies || crashes || recovers
    ? 'something fails in it, but the header names no faults'
    : null
}

/**
 * Holds the faults of a recorded execution to its fault model, by what the record says alone: only those processors fail
 * that may, each in one way and no more of them than there are to be; channels lose what they may lose.
 */
export class FaultLedger {
  #over = false
  readonly #kinds: ReadonlyMap<string, ParameterValues>
  readonly #most: ReadonlyMap<string, number>
  readonly #mayFail: ReadonlySet<number>
  /** By processor that has failed, in what. */
  readonly #failed = new Map<number, Failing>()
  /** By processor that has crashed, when it comes back; Infinity: never. */
  readonly #crashed = new Map<number, number>()
  readonly #outages: Outages
  /** Why those who lie may not; null if they may. */
  readonly #wrong: string | null
  /** By sender and receiver, how many messages were lost since one got through. */
  readonly #lost = new Map<string, number>()

  /** Null if nothing is to fail. */
  static of({ faults, may_fail = [], liars = [] }: Header, n: number): FaultLedger | null {
    return faults === undefined ? null : new FaultLedger(faults, may_fail, liars, n)
  }

  private constructor(spec: string, mayFail: readonly number[], liars: readonly number[], n: number) {
    const { parts } = faultKinds.at(spec, n)
    this.#kinds = new Map(parts.map(({ entry, values }) => [entry.name, values]))
    this.#most = new Map(parts.map(({ entry, values }) => [entry.name, entry.faulty(values)]))
    this.#mayFail = new Set(mayFail)
    this.#outages = new Outages(this.#kinds.get('recover'))
    this.#wrong = firstProblem(liars, (liar) => this.#fails(liar, 'byzantine'))
  }

  /** The execution has ended: who has not failed, is correct. */
  end(): void {
    this.#over = true
  }

  /** How many have failed. */
  get count(): number {
    return this.#failed.size
  }

  hasFailed(processor: number): boolean {
    return this.#failed.has(processor)
  }

  readonly hasCrashed = (processor: number): boolean => this.#crashed.has(processor)

  /** Whether a processor has crashed for good. */
  isGone(processor: number): boolean {
    return this.#crashed.get(processor) === Number.POSITIVE_INFINITY
  }

  /** Whether what arrives at a processor at a time is gone, as far as is known. */
  isDown(processor: number, time: number): boolean {
    const back = this.#crashed.get(processor)
    return back !== undefined && time < back
  }

  isLiar(processor: number): boolean {
    return this.#failed.get(processor) === 'byzantine'
  }

  /** Whether a processor is faulty: while the execution goes on, whether it may fail, then whether it has. */
  readonly isFaulty = (processor: number): boolean =>
    this.#over ? this.#failed.has(processor) : this.#mayFail.has(processor)

  /** What of an event the fault model does not allow; null if it allows all. */
  note(event: RecordedEvent, before: Status, network: Network): string | null {
    const { processor, lies = false, crashes = false, back, recovers = false, copies = 0 } = event
    if (this.#crashed.has(processor) && !recovers) return `p_${processor} has crashed`
    this.#crashed.delete(processor)
    if (this.#wrong !== null) return this.#wrong
    if (lies !== this.isLiar(processor))
      return lies
        ? `p_${processor} lies, but is not Byzantine`
        : `p_${processor} is Byzantine, which the event does not say`
    if (copies > 0 && !this.#kinds.has('duplicate')) return 'it has copies, but channels make none'
    const givenCrash = this.#kinds.get('crash')?.given
    return (
      crashProblem(event, before, givenCrash === undefined ? null : String(givenCrash), network) ??
      this.#outages.problem(event, before === 'terminated' && !recovers, network) ??
      (crashes ? this.#crashes(processor, back) : null) ??
      this.#strays(event, network)
    )
  }

  #crashes(processor: number, back = Number.POSITIVE_INFINITY): string | null {
    this.#crashed.set(processor, back)
    return back === Number.POSITIVE_INFINITY ? this.#fails(processor, 'crash') : null
  }

  /** Notes that a processor fails; null, or why it may not. */
  #fails(processor: number, kind: Failing): string | null {
    const known = this.#failed.get(processor)
    if (known === kind) return null
    if (known !== undefined) return `p_${processor} fails in two ways, ${known} and ${kind}`
    if (!this.#mayFail.has(processor)) return `p_${processor} fails, but is not among those that may`
    const values = this.#kinds.get(kind)
    if (values === undefined) return `p_${processor} fails in a way that is not in the faults: ${kind}`
    const listed = values.processors === undefined ? null : String(values.processors).split('+').map(Number)
    if (listed?.includes(processor) === false) return `p_${processor} fails, but ${kind} names others`
    this.#failed.set(processor, kind)
    const count = [...this.#failed.values()].filter((one) => one === kind).length
    const most = this.#most.get(kind)!
    return count <= most ? null : `${count} processors fail by ${kind}, but only ${most} may`
  }

  /** The fates of messages, in the order of sending. */
  #strays(event: RecordedEvent, network: Network): string | null {
    const { processor: sender, sent, copies = 0, strays = [] } = event
    const gone = new Map(strays.map((stray) => [stray.index, stray]))
    let through = 0
    for (let index = 0; index < strays.length + sent.length - copies; index++) {
      const stray = gone.get(index)
      const channel = stray?.channel ?? sent[through++]?.channel
      if (channel === undefined) break
      const receiver = network.neighbor(sender, channel)
      if (stray === undefined) this.#lost.delete(`${sender} ${receiver}`)
      else {
        const problem = this.#goesAstray(event, stray.fate, receiver)
        if (problem !== null) return problem
      }
    }
    return null
  }

  #goesAstray(event: RecordedEvent, fate: RecordedStray['fate'], receiver: number): string | null {
    const { processor: sender, time, crashes = false } = event
    if (fate === 'lost') return lossProblem(this.#kinds, this.#lost, { sender, receiver, time })
    const fails = this.#kinds.get('omission')?.kind
    if (fate === 'unheard') return this.#omits(receiver, fails !== undefined && fails !== 'send')
    return crashes ? null : this.#omits(sender, fails !== undefined && fails !== 'receive')
  }

  #omits(processor: number, may: boolean): string | null {
    return may
      ? this.#fails(processor, 'omission')
      : `p_${processor} leaves out a message that it may not leave out`
  }
}
