import type { Cell } from '../../../../engine/index.ts'
import {
  type AnySharedAlgorithm,
  type CheckedStep,
  type Copy,
  formalShared,
  type Remote,
  readSharedHeader,
  readSharedLine,
  SharedExecutionChecker,
  type SharedHeader,
} from '../../../../engine/index.ts'
import { type Row, runSharedCell, type SharedRecordSink } from '../../../../experiments/cell/index.ts'
import type { OwnSteps } from './own-steps.ts'

/** What a passage has cost so far. */
export type SoFar = NonNullable<ReturnType<SharedExecutionChecker['costs']['soFar']>>

/** Who holds what of a variable in its cache; others hold nothing. */
export type Held = ReadonlyMap<number, Exclude<Copy, 'none'>>

/** A step with all that there is to show of it. */
export interface Turn {
  readonly step: formalShared.SharedStep
  readonly time: number | null
  readonly remote: Remote
  readonly before: formalShared.SharedConfiguration
  readonly after: formalShared.SharedConfiguration
  /** The variable’s copies, before and after. */
  readonly heldBefore: Held
  readonly heldAfter: Held
  /** What the passage of the processor has cost; null if it is in none. */
  readonly costsBefore: SoFar | null
  readonly costsAfter: SoFar | null
}

/** An execution on shared memory with all that there is to show of it. */
export interface SharedRunShown {
  readonly row: Row
  readonly algorithm: AnySharedAlgorithm
  readonly header: SharedHeader
  readonly first: formalShared.SharedConfiguration
  readonly turns: readonly Turn[]
  /** The execution as a file that can be verified. */
  readonly record: readonly Uint8Array[]
}

/** Runs cells of one algorithm, as the sweep did, or with the reader’s steps. */
export class SharedRunner {
  readonly original: SharedRunShown
  readonly #algorithm: AnySharedAlgorithm
  readonly #cell: Cell
  readonly #experiment: string

  constructor(algorithm: AnySharedAlgorithm, cell: Cell, experiment: string) {
    this.#algorithm = algorithm
    this.#cell = cell
    this.#experiment = experiment
    this.original = this.#run(undefined)
  }

  /** The run in which the reader decides who takes steps; the original if it decides nothing. */
  run(own: OwnSteps | null): SharedRunShown {
    if (own === null) return this.original
    const n = this.original.first.processors.length
    const kept = this.original.turns.slice(0, own.kept).map(({ step }) => formalShared.moveOf(step, n))
    return this.#run([...kept, ...own.taken])
  }

  #run(given: readonly number[] | undefined): SharedRunShown {
    const collector = new TurnCollector()
    const { row } = runSharedCell(this.#algorithm, this.#cell, {
      experiment: this.#experiment,
      record: [collector],
      ...(given !== undefined && { given }),
    })
    if (collector.problem !== null) throw new Error(collector.problem)
    const { header, turns, blocks, first } = collector
    return { row, algorithm: this.#algorithm, header: header!, first: first!, turns, record: blocks }
  }
}

/** Takes in a record while it is written, and carries every step out once more by the definitions alone. */
class TurnCollector implements SharedRecordSink {
  readonly turns: Turn[] = []
  readonly blocks: Uint8Array[] = []
  header: SharedHeader | null = null
  first: formalShared.SharedConfiguration | null = null
  problem: string | null = null
  #checker: SharedExecutionChecker | null = null
  readonly #decoder = new TextDecoder()

  begin(_header: SharedHeader, algorithm: AnySharedAlgorithm): void {
    this.#checker = new SharedExecutionChecker(_header, algorithm)
    this.first = this.#checker.configuration
  }

  write(block: Uint8Array): void {
    this.blocks.push(block)
    for (const text of this.#decoder.decode(block).trimEnd().split('\n')) this.#line(text)
  }

  finish(): void {}

  #line(text: string): void {
    if (this.problem !== null) return
    const place = () => 'this run'
    if (this.header === null) {
      this.header = readSharedHeader(text, place)
      return
    }
    const line = readSharedLine(text, place)
    if ('step' in line) this.#add(line.step)
  }

  #add(recorded: CheckedStep['recorded']): void {
    const checker = this.#checker!
    const { processor } = recorded
    const variable = checker.configuration.variables.findIndex(({ name }) => name === recorded.variable)
    const [heldBefore, costsBefore] = [this.#held(variable), checker.costs.soFar(processor)]
    const { step, remote, before, after, problem } = checker.step(recorded)
    if (problem !== null || step === null || remote === null) {
      this.problem = `step ${this.turns.length + 1}: ${problem}`
      return
    }
    const [heldAfter, costsAfter] = [this.#held(variable), checker.costs.soFar(processor)]
    const { time } = recorded
    this.turns.push({ step, time, remote, before, after, heldBefore, heldAfter, costsBefore, costsAfter })
  }

  #held(variable: number): Held {
    const { references } = this.#checker!
    return new Map(
      [...references.holders(variable)].map((p) => [
        p,
        references.copy(variable, p) === 'only' ? ('only' as const) : ('valid' as const),
      ]),
    )
  }
}
