import {
  type AnyAlgorithm,
  ExecutionChecker,
  findingsOf,
  type Header,
  LiveRecord,
  type PreparedCell,
  type PropertyFinding,
  type RecordedEvent,
  stateChanges,
  WitnessFinder,
} from '../../../engine/index.ts'
import type { RecordSink } from '../../../experiments/cell/index.ts'
import { type Place, placeText } from './edits.ts'
import type { Condition, RunEvent, RunMessage, Stray } from './run.ts'

/**
 * Takes in the record of an execution while it is written. Every event is carried out once more by the transition
 * function alone, which gives the states and holds the execution to the model.
 */
export class EventCollector implements RecordSink {
  readonly events: RunEvent[] = []
  readonly messages: RunMessage[] = []
  readonly sentIn: number[] = []
  readonly processedIn: number[] = []
  readonly blocks: Uint8Array[] = []
  readonly witness = new WitnessFinder()
  /** The first thing that is wrong with the execution; nothing after it is taken in. */
  problem: string | null = null
  /** Once the execution is over, what each property says of it. */
  findings: readonly PropertyFinding[] = []
  /** Whether something was left to do. */
  cutShort = false
  #checker: ExecutionChecker | null = null
  readonly #live = new LiveRecord((event) => this.#add(event))
  /** By processor, its state after its last event. */
  readonly #states: object[] = []
  readonly #changed = new Set<number>()
  readonly #delays: readonly number[]
  readonly #edited: ReadonlySet<string>
  /** How many messages went over a channel. */
  readonly #sent = new Map<string, number>()

  /** `delays` are those of the messages, by number; by the time a message is told of, its delay must be there. */
  constructor(delays: readonly number[], edits: readonly Place[]) {
    this.#delays = delays
    this.#edited = new Set(edits.map(placeText))
  }

  begin(header: Header, algorithm: AnyAlgorithm, { instance }: PreparedCell): void {
    this.#checker = new ExecutionChecker(header, algorithm, instance)
  }

  write(block: Uint8Array): void {
    // The block is overwritten after the call.
    this.blocks.push(block.slice())
    this.#live.write(block)
  }

  finish(): void {
    if (this.problem !== null) return
    this.findings = findingsOf(this.#checker!)
    this.cutShort = this.#checker!.unfinished !== undefined
  }

  #add(event: RecordedEvent): void {
    if (this.problem !== null) return
    const { replica } = this.#checker!
    const { processor, time, wakes, terminates, processed, sent, crossings = [] } = event
    const { crashes = false, recovers = false, lies = false } = event
    const before = (this.#states[processor] ??= structuredClone(replica.states[processor]!))
    const problem = this.#checker!.event(event)
    if (problem !== null) {
      this.problem = `comp(${processor}) at ${time}: ${problem}`
      return
    }
    const after = structuredClone(replica.states[processor]!)
    this.#states[processor] = after
    for (const id of processed) this.processedIn[id] = this.events.length
    this.events.push({
      ...{ time, exact: time, processor, wakes, terminates, crashes, recovers, lies },
      received: processed,
      firstSent: this.messages.length,
      sent: sent.length,
      crossings,
      before,
      after,
      condition: crashes ? 'crashed' : this.#conditionAfter(processor, before, after),
      strays: this.#straysOf(event),
    })
    for (const sending of sent) this.#send(event, sending)
    this.witness.event(event)
  }

  #straysOf({ processor, strays = [] }: RecordedEvent): readonly Stray[] {
    const { network } = this.#checker!.replica.instance
    return strays.map(({ channel, message: content, fate }) => ({
      to: network.neighbor(processor, channel),
      ...{ content, fate },
    }))
  }

  #conditionAfter(processor: number, before: object, after: object): Condition {
    const status = this.#checker!.replica.status[processor]!
    if (!this.#changed.has(processor) && stateChanges(before, after).length > 0) this.#changed.add(processor)
    return status === 'awake' && this.#changed.has(processor) ? 'changed' : status
  }

  #send(
    { processor: from, time: sent }: RecordedEvent,
    { channel, message: content, arrival }: RecordedEvent['sent'][number],
  ): void {
    const to = this.#checker!.replica.instance.network.neighbor(from, channel)
    const nth = (this.#sent.get(`${from}-${to}`) ?? 0) + 1
    this.#sent.set(`${from}-${to}`, nth)
    const id = this.messages.length
    const edited = this.#edited.size > 0 && this.#edited.has(placeText({ from, to, nth }))
    // In rounds no delays are drawn.
    const delay = this.#delays[id] ?? 1
    this.messages.push({ id, from, to, nth, content, sent, arrival, delay, edited })
    this.sentIn.push(this.events.length - 1)
    this.processedIn.push(-1)
  }
}
