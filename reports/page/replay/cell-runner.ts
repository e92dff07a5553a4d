import type { AnyAlgorithm, Cell, DelayRevision, PreparedCell } from '../../../engine/index.ts'
import { type CellBudget, type Row, runPrepared } from '../../../experiments/cell/index.ts'
import type { Edit } from './edits.ts'
import { EventCollector } from './event-collector.ts'
import type { Run, RunMessage } from './run.ts'

/** What a cell is run with. */
interface RunnerContext {
  readonly experiment: string
  readonly budget: CellBudget
  readonly prepare: (algorithm: AnyAlgorithm, cell: Cell) => PreparedCell
}

/** Where a run is stopped that the reader's delays make go on and on, unless the experiment says otherwise. */
const editedMessagesMax = 200_000

/**
 * Runs one cell: as the sweep ran it, and again with the delays of single messages replaced.
 *
 * What an edit leaves alone: the k-th message on a channel keeps the delay that the k-th there drew in the original
 * run. A message that the original did not have takes what the cell's delays give to a message sent at its turn.
 */
export class CellRunner {
  readonly original: Run
  readonly #algorithm: AnyAlgorithm
  readonly #cell: Cell
  readonly #context: RunnerContext
  /** By slot, the delays that the original run drew, before scaling. */
  readonly #drawn: number[][] = []

  /** Runs the cell. Throws what is wrong with it, if it cannot be. */
  constructor(algorithm: AnyAlgorithm, cell: Cell, context: RunnerContext) {
    this.#algorithm = algorithm
    this.#cell = cell
    this.#context = context
    this.original = this.#run([], (slot, _index, drawn) => {
      ;(this.#drawn[slot] ??= []).push(drawn)
      return drawn
    })
  }

  /** The run with these delays; the original if there are none. */
  run(edits: readonly Edit[]): Run {
    if (edits.length === 0) return this.original
    const { unit, longest, instance } = this.original
    // What processors know of delays stays true.
    const { min, max } = instance.delayBounds ?? { min: 0, max: longest }
    const edited = new Map<string, number>()
    for (const { from, to, nth, delay } of edits)
      edited.set(
        `${slotOf(instance.network, from, to)} ${nth - 1}`,
        Math.max(min, Math.min(delay, longest, max)) * unit,
      )
    return this.#run(
      edits,
      (slot, index, drawn) => edited.get(`${slot} ${index}`) ?? this.#drawn[slot]?.[index] ?? drawn,
    )
  }

  #run(edits: readonly Edit[], revise: DelayRevision): Run {
    const delays: number[] = []
    const collector = new EventCollector(delays, edits)
    const noted: DelayRevision = (slot, index, drawn) => {
      const delay = revise(slot, index, drawn)
      delays.push(delay)
      return delay
    }
    let prepared: PreparedCell | null = null
    const prepare = (): PreparedCell => (prepared = this.#prepare(noted, edits.length > 0))
    const { experiment, budget } = this.#context
    const { messages = editedMessagesMax } = budget
    const row = runPrepared(this.#algorithm, this.#cell, prepare, {
      experiment,
      budget: edits.length === 0 ? budget : { ...budget, messages },
      record: [collector],
      recordsCell: edits.length === 0,
    })
    if (collector.problem !== null) throw new Error(collector.problem)
    return runOf(row, collector, prepared!, this.#algorithm)
  }

  #prepare(revise: DelayRevision, edited: boolean): PreparedCell {
    const prepared = this.#context.prepare(this.#algorithm, this.#cell)
    const { timing, setting } = prepared
    if (timing.kind === 'synchronous') return prepared
    // With one delay replaced they are no longer all alike, so that claims about that case say nothing of the run.
    const unitDelays = setting.unitDelays && !edited
    return { ...prepared, timing: { ...timing, revise }, setting: { ...setting, unitDelays } }
  }
}

/** Puts together what is known of a run; times are scaled as its measures are. */
function runOf(
  row: Row,
  collector: EventCollector,
  { instance, timing }: PreparedCell,
  algorithm: AnyAlgorithm,
): Run {
  const { events, messages, sentIn, processedIn, blocks, witness } = collector
  const unbounded =
    timing.kind === 'asynchronous' && timing.delays.kind !== 'constant' && !timing.delays.bounded
  const unit = (unbounded ? row.delay_max : null) || 1
  return {
    row,
    algorithm,
    instance,
    synchronous: timing.kind === 'synchronous',
    events: unit === 1 ? events : events.map((event) => ({ ...event, time: event.time / unit })),
    messages: unit === 1 ? messages : messages.map((message) => scaled(message, unit)),
    sentIn: Int32Array.from(sentIn),
    processedIn: Int32Array.from(processedIn),
    witness: new Set(witness.chain().map(({ message }) => message)),
    end: (events.at(-1)?.time ?? 0) / unit,
    unit,
    longest: longestDelay(timing),
    record: blocks,
  }
}

const scaled = (message: RunMessage, unit: number): RunMessage => ({
  ...message,
  sent: message.sent / unit,
  arrival: message.arrival / unit,
  delay: message.delay / unit,
})

function longestDelay(timing: PreparedCell['timing']): number {
  const steps =
    timing.kind === 'asynchronous' && timing.delays.kind === 'independent' ? timing.delays.steps : undefined
  return steps?.longestTransit ?? 1
}

/** The sender's slot of a channel; −1 if there is none. */
function slotOf(network: Run['instance']['network'], from: number, to: number): number {
  if (from >= network.n) return -1
  for (let channel = 0; channel < network.degree(from); channel++)
    if (network.neighbor(from, channel) === to) return network.firstSlot(from) + channel
  return -1
}
