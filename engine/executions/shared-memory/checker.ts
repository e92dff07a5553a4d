import type { History } from '../../model/index.ts'
import {
  initialSharedConfiguration,
  type SharedConfiguration,
  type SharedStep,
  sharedApplicable,
  sharedHistory,
  sharedStep,
} from '../../shared-memory/formal/index.ts'
import { type AnySharedAlgorithm, bitsOfData, isSharedObject } from '../../shared-memory/index.ts'
import type { RecordedStep, SharedHeader } from './format.ts'
import { recordedSystem } from './header.ts'
import { Lap } from './lap.ts'
import { PassageCosts } from './passage-costs.ts'
import { References, type Remote } from './references.ts'
import { stepProblem } from './step-problem.ts'
import { StepTimes } from './step-times.ts'

/** A step that was carried out again, with all that there is to tell of it. */
export interface CheckedStep {
  readonly recorded: RecordedStep
  /** What the definitions say of it; null if it is not applicable. */
  readonly step: SharedStep | null
  readonly remote: Remote | null
  readonly before: SharedConfiguration
  readonly after: SharedConfiguration
  /** What is wrong with it; null if nothing is. */
  readonly problem: string | null
}

/**
 * Holds a recorded execution on shared memory to the definitions, step by step, by the literal interpreter and nothing else
 * of the engine: is each step the one that its processor takes next, with these values? Counts what it costs in its own way.
 */
export class SharedExecutionChecker {
  readonly algorithm: AnySharedAlgorithm
  readonly header: SharedHeader
  readonly references: References
  readonly costs: PassageCosts
  /** The part that is repeated for ever; null until it begins. */
  lap: Lap | null = null
  configuration: SharedConfiguration
  /** By variable, the largest value that it had; where it holds data, how many bits the largest data had. */
  readonly largest: number[]
  steps = 0
  readonly times: StepTimes
  readonly #inside = new Set<number>()
  /** Of an object, the steps with which operations begin and end. */
  readonly #crossing: SharedStep[] = []

  constructor(header: SharedHeader, algorithm: AnySharedAlgorithm) {
    this.header = header
    this.algorithm = algorithm
    this.times = new StepTimes(header.timed)
    this.configuration = initialSharedConfiguration(recordedSystem(header, algorithm))
    this.references = new References(this.configuration.variables.map(({ home }) => home))
    this.costs = new PassageCosts(isSharedObject(algorithm) ? null : (algorithm.doorwayEnds ?? null))
    this.largest = this.configuration.values.map(extentOf)
    this.#beginLap()
  }

  /** Who is in the critical section. */
  get inside(): readonly number[] {
    return [...this.#inside].sort((a, b) => a - b)
  }

  /** When operations of an object were invoked and answered. */
  get history(): History {
    return sharedHistory({ configurations: [], steps: this.#crossing })
  }

  /** Carries out one step. After the first that is wrong, nothing makes sense. */
  step(recorded: RecordedStep): CheckedStep {
    const before = this.configuration
    const { processor } = recorded
    const refused = (problem: string, step: SharedStep | null = null): CheckedStep => ({
      ...{ recorded, step, remote: null, before, after: before, problem },
    })
    const [first, second] = this.inside
    if (second !== undefined)
      return refused(`the execution is over, with p_${first} and p_${second} in the critical section`)
    const applicable = sharedApplicable(before, processor)
    if (applicable !== true) return refused(applicable)
    const taken = this.attempt(processor, told(recorded))
    if (typeof taken === 'string') return refused(taken)
    const { step, configuration } = taken
    const problem =
      this.times.problem(processor, recorded.time) ?? stepProblem(recorded, step, before, configuration)
    if (problem !== null) return refused(problem, step)
    const flips = step.kind === 'flip'
    const remote = flips ? nothingRemote : this.references.access(processor, step.variable, step.kind)
    this.costs.step(step, remote)
    this.configuration = configuration
    if (!flips) this.largest[step.variable] = Math.max(this.largest[step.variable]!, extentOf(step.after))
    if (step.from === 'remainder' || step.to === 'remainder') this.#crossing.push(step)
    if (step.to === 'critical') this.#inside.add(processor)
    else this.#inside.delete(processor)
    this.steps++
    this.lap?.step(step, configuration)
    this.#beginLap()
    return { recorded, step, remote, before, after: configuration, problem: null }
  }

  /** The next step of a processor, which is not taken, if flips tell this; in words, why it fails. */
  attempt(processor: number, told = 0): ReturnType<typeof sharedStep> | string {
    try {
      return sharedStep(this.configuration, processor, told)
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  #beginLap(): void {
    if (this.steps === this.header.repeats_from)
      this.lap = new Lap(this.configuration, this.references, this.costs)
  }
}

/** A flip of a coin accesses nothing. */
const nothingRemote: Remote = { cc: false, 'cc-write-back': false, dsm: false }

/** What a recorded flip says that came up. */
const told = ({ access, before }: RecordedStep): number => (access === 'flip' ? Number(before) : 0)

/** A number, or the size of data in bits. */
const extentOf = (value: unknown): number => (typeof value === 'number' ? value : bitsOfData(value))
