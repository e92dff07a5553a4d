import {
  type AnyAlgorithm,
  type Cell,
  type DelayRevision,
  none,
  type PreparedCell,
} from '../../../engine/index.ts'
import { type CellBudget, type Row, runPrepared } from '../../../experiments/cell/index.ts'
import { channelTo } from './channel-to.ts'
import type { Edit } from './edits.ts'
import { EventCollector } from './event-collector.ts'
import type { FaultEdit } from './faults/fault-edits.ts'
import { isDecidable, withFaults } from './faults/with-faults.ts'
import type { Run, RunMessage } from './run.ts'

/** What a cell is run with. */
interface RunnerContext {
  readonly experiment: string
  readonly budget: CellBudget
  readonly prepare: (algorithm: AnyAlgorithm, cell: Cell) => PreparedCell
}

/** What the reader has changed of a run. */
interface Changes {
  readonly edits: readonly Edit[]
  readonly faults: readonly FaultEdit[]
}

/** Where a run is stopped that the reader's changes make go on and on, unless the experiment says otherwise. */
const editedMessagesMax = 200_000

/**
 * Runs one cell: as the sweep ran it, and again with the delays of single messages replaced, or the faults of single
 * processors decided.
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
    this.original = this.#run({ edits: [], faults: [] }, (slot, _index, drawn) => {
      ;(this.#drawn[slot] ??= []).push(drawn)
      return drawn
    })
  }

  /** The run with these delays and faults; the original if there are none. */
  run(edits: readonly Edit[], faults: readonly FaultEdit[] = []): Run {
    if (edits.length + faults.length === 0) return this.original
    const { unit, longest, instance } = this.original
    // What processors know of delays stays true.
    const { min, max } = instance.delayBounds ?? { min: 0, max: longest }
    const edited = new Map<string, number>()
    const { network } = instance
    for (const { from, to, nth, delay } of edits) {
      const channel = channelTo(network, from, to)
      if (channel >= 0)
        edited.set(
          `${network.firstSlot(from) + channel} ${nth - 1}`,
          Math.max(min, Math.min(delay, longest, max)) * unit,
        )
    }
    return this.#run(
      { edits, faults },
      (slot, index, drawn) => edited.get(`${slot} ${index}`) ?? this.#drawn[slot]?.[index] ?? drawn,
    )
  }

  #run({ edits, faults }: Changes, revise: DelayRevision): Run {
    const edited = edits.length + faults.length > 0
    const delays: number[] = []
    const collector = new EventCollector(delays, edits)
    const noted: DelayRevision = (slot, index, drawn) => {
      const delay = revise(slot, index, drawn)
      delays.push(delay)
      return delay
    }
    let prepared: PreparedCell | null = null
    const prepare = (): PreparedCell => (prepared = this.#prepare(noted, { edits, faults }))
    const { experiment, budget } = this.#context
    const { messages = editedMessagesMax } = budget
    const row = runPrepared(this.#algorithm, this.#cell, prepare, {
      experiment,
      budget: edited ? { ...budget, messages } : budget,
      record: [collector],
      recordsCell: !edited,
    })
    if (collector.problem !== null) throw new Error(collector.problem)
    return runOf(row, collector, prepared!, this.#algorithm)
  }

  #prepare(revise: DelayRevision, { edits, faults }: Changes): PreparedCell {
    const algorithm = this.#algorithm
    const asSwept = this.#context.prepare(algorithm, this.#cell)
    const { seed } = this.#cell
    const prepared =
      faults.length === 0 ? asSwept : withFaults({ algorithm, prepared: asSwept, seed }, faults)
    const { timing, setting } = prepared
    if (timing.kind === 'synchronous') return prepared
    // With one delay replaced they are no longer all alike, so that claims about that case say nothing of the run.
    const unitDelays = setting.unitDelays && edits.length === 0
    return { ...prepared, timing: { ...timing, revise }, setting: { ...setting, unitDelays } }
  }
}

/** Puts together what is known of a run; times are scaled as its measures are. */
function runOf(row: Row, collector: EventCollector, prepared: PreparedCell, algorithm: AnyAlgorithm): Run {
  const { instance, timing } = prepared
  const { events, messages, sentIn, processedIn, blocks, witness, findings, cutShort } = collector
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
    ...{ findings, cutShort },
    faults: prepared.setting.faults ?? none,
    liars: new Set(prepared.faults?.liars.keys()),
    decidable: (p) => isDecidable(prepared, p),
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
