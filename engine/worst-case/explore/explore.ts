import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Property } from '../../model/index.ts'
import type { Choice, WakeUps } from '../schedules/play.ts'
import type { Alphabet } from './alphabet.ts'
import { AlphabetCheck, guessAlphabet } from './assumptions.ts'
import { extremeExecution } from './extreme.ts'
import { FinalStates, type Finals } from './final-states.ts'
import { lettersToChoices } from './letters-to-choices.ts'
import { LocalSteps } from './local-steps.ts'
import { ScheduleGraph } from './schedule-graph.ts'
import { Search, type SearchLimits, type SearchListener } from './search.ts'
import { StableLetters } from './stable-letters.ts'
import { VisibleFields } from './visible-fields.ts'

export interface ExploreOptions {
  /** The most configurations to keep, for messages and once more for time. Default: a million. */
  readonly states?: number
  /** Whether to find the largest time, too; not if wake-ups are chosen. Default: true. */
  readonly time?: boolean
  /** Whether the initiators wake at time 0, or each at any moment, if ever. Default: at zero. */
  readonly wakeUps?: WakeUps
  /** Whether letters whose turn makes no difference are tried in one order only. Default: true. */
  readonly reduce?: boolean
  /** Asked every few thousand configurations, with their number. True: stop. */
  readonly stopped?: (states: number) => boolean
}

/** A property that fails, or a handler that throws, and a schedule that leads there. */
export interface FoundViolation {
  /** The name of the property; `termination`, or `failed` if the algorithm throws. */
  readonly property: string
  readonly reason: string
  readonly choices: readonly Choice[]
}

/** What the executions of an algorithm on an instance have in common, over all schedules. */
export interface Exploration {
  /** Whether all schedules were explored. If not, what is most is a lower estimate, and what is least an upper one. */
  readonly exhausted: boolean
  /** Whether an execution can go on for ever; there is then no most. */
  readonly endless: boolean
  /** Configurations, steps between them, and the most steps of one execution, as far as the reduction kept them. */
  readonly states: number
  readonly transitions: number
  readonly depth: number
  /** `min` is null if no execution came to its end. */
  readonly messages: { readonly min: number | null; readonly max: number }
  /** The largest time, in units of the largest delay, which executions come as close to as one likes. */
  readonly time: { readonly max: number; readonly states: number; readonly exhausted: boolean } | null
  readonly finals: Finals
  /** The first violation found of each property. */
  readonly violations: readonly FoundViolation[]
  /** Schedules that have the extremes; where the exploration was stopped, perhaps only their beginnings. */
  readonly witnesses: {
    readonly messagesMax: readonly Choice[]
    readonly messagesMin: readonly Choice[]
    readonly timeMax: readonly Choice[] | null
  }
}

/**
 * All schedules of a message-driven algorithm without coins on an instance: every order in which messages can be
 * processed. Throws an InputError if there is no such thing.
 */
export function explore(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  options: ExploreOptions = {},
): Exploration {
  assertExplorable(algorithm, instance)
  return new Explorer(algorithm, instance, options).explore()
}

/** Throws an InputError if the algorithm has no schedules to go through on the instance. */
export function assertExplorable(
  { name, uponRound, requires }: AnyAlgorithm,
  { wakeTimes }: ComputedInstance,
): void {
  if (uponRound !== undefined || requires.synchronous === true)
    throw new InputError(`${name} runs in rounds: it has one schedule only, and simulate shows it`)
  if (requires.coins === true)
    throw new InputError(`${name} flips coins; explore is for algorithms whose steps depend on nothing else`)
  if (Array.from(wakeTimes).some((time) => time !== 0 && time !== Number.POSITIVE_INFINITY))
    throw new InputError('explore needs a wake-up at time 0 for all that wake by themselves')
}

class Explorer {
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #steps: LocalSteps
  readonly #limits: SearchLimits
  readonly #rules: { readonly fifo: boolean; readonly wakeUps: WakeUps }
  readonly #reduce: boolean
  readonly #timed: boolean
  /** The properties that must hold in every configuration. */
  readonly #safety: readonly (readonly [string, Property])[]
  /** Those who wake by themselves, and their letters, with which every execution begins. */
  readonly #wakers: readonly number[]
  readonly #letters: readonly number[]

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, options: ExploreOptions) {
    const { states = 1_000_000, stopped, wakeUps = 'at zero', reduce = true, time = true } = options
    this.#algorithm = algorithm
    this.#instance = instance
    this.#steps = new LocalSteps(algorithm, instance)
    this.#limits = { states, stopped }
    this.#rules = { fifo: algorithm.requires.fifo === true, wakeUps }
    this.#reduce = reduce
    this.#safety = Object.entries(algorithm.properties ?? {}).filter(([, { kind }]) => kind === 'safety')
    this.#timed = time && wakeUps === 'at zero'
    this.#wakers = Array.from(instance.wakeTimes, (time, p) => (time === 0 ? p : -1)).filter((p) => p >= 0)
    this.#letters = this.#wakers.map((p) => this.#steps.wakeUp(p))
  }

  explore(): Exploration {
    const alphabet = guessAlphabet(this.#steps, this.#rules, this.#letters)
    const { search, found, finals, violations } = this.#searchMessages(alphabet)
    const time = this.#timed ? this.#searchTime(alphabet) : null
    const { exhausted, endless, transitions, depth, table } = search
    const witness = (extreme: 'most' | 'least') =>
      this.#choices(extremeExecution(search, this.#letters, extreme))
    return {
      exhausted: exhausted && (time?.search.exhausted ?? true),
      endless,
      states: table.size,
      transitions,
      depth,
      messages: { min: found.least, max: found.most },
      time: time && {
        max: time.found.most,
        states: time.search.table.size,
        exhausted: time.search.exhausted,
      },
      finals: finals.finals,
      violations,
      witnesses: {
        messagesMax: witness('most'),
        messagesMin: witness('least'),
        timeMax: time && this.#choices(extremeExecution(time.search, this.#letters, 'most')),
      },
    }
  }

  #searchMessages(alphabet: Alphabet) {
    const fields = new Set<string>()
    return this.#untilComplete(alphabet, () => {
      const finals = new FinalStates(this.#algorithm, this.#steps)
      const violations: FoundViolation[] = []
      const visible = this.#safety.length === 0 ? null : new VisibleFields(this.#steps, fields)
      const graph = this.#graph(alphabet, visible, false)
      return { graph, visible, finals, violations, listener: this.#judge(graph, visible, finals, violations) }
    })
  }

  #searchTime(alphabet: Alphabet) {
    return this.#untilComplete(alphabet, () => ({
      graph: this.#graph(alphabet, null, true),
      visible: null,
      listener: {},
    }))
  }

  /** Searches, each time from the start, until the assumptions on which the reduction relies prove to be complete. */
  #untilComplete<
    T extends {
      readonly graph: ScheduleGraph
      readonly visible: VisibleFields | null
      readonly listener: SearchListener
    },
  >(alphabet: Alphabet, start: () => T) {
    for (;;) {
      const started = start()
      const check = new AlphabetCheck(this.#steps, alphabet)
      const checks: SearchListener = {
        sent: (letters) => check.sent(letters),
        edge: (from, letter, to) => check.edge(from, letter, to),
        closed: (configuration, numbers, length) => check.closed(configuration, numbers, length),
      }
      const listener = this.#reduce ? { ...started.listener, ...checks } : started.listener
      const search = new Search(started.graph, this.#limits, listener)
      const found = search.run(this.#letters)
      const complete = check.complete && (started.visible?.complete ?? true)
      if (!this.#reduce || complete || !search.exhausted) return { ...started, search, found }
    }
  }

  #graph(alphabet: Alphabet, visible: VisibleFields | null, timed: boolean): ScheduleGraph {
    const { fifo } = this.#rules
    const stable = this.#reduce ? new StableLetters(this.#steps, alphabet, { fifo, visible }) : null
    return new ScheduleGraph(this.#steps, { ...this.#rules, timed, stable })
  }

  /** Checks each configuration that is met, and collects those that are final. */
  #judge(
    graph: ScheduleGraph,
    visible: VisibleFields | null,
    finals: FinalStates,
    violations: FoundViolation[],
  ): SearchListener {
    const { properties = {}, terminates } = this.#algorithm
    const liveness = Object.entries(properties).filter(([, { kind }]) => kind === 'liveness')
    const report = (property: string, reason: string, path: () => number[]): void => {
      if (violations.some((known) => known.property === property)) return
      violations.push({ property, reason, choices: this.#choices(path()) })
    }
    return {
      configuration: (numbers, length, path) => {
        const check = (
          checked: readonly (readonly [string, Property])[],
          configuration: ConfigurationView,
        ): void => {
          for (const [name, { check }] of checked) {
            const finding = check(configuration)
            if (finding !== true) report(name, finding, path)
          }
        }
        if (visible !== null) check(this.#safety, visible.watch(this.#instance, numbers))
        if (!graph.isFinal(numbers, length)) return
        const final = this.#configuration(numbers)
        check(liveness, final)
        finals.add(numbers.subarray(0, graph.n), () => final)
        if (terminates && !final.states.every((_, p) => final.terminated(p)))
          report('termination', 'not every processor has terminated', path)
      },
      failure: (reason, path) => report('failed', reason, path),
    }
  }

  #configuration(numbers: Int32Array): ConfigurationView {
    const { states } = this.#steps
    return {
      instance: this.#instance,
      states: this.#steps.initial.map((_, p) => states[numbers[p]!]!.state),
      terminated: (p) => states[numbers[p]!]!.status === 'terminated',
    }
  }

  /** The choices of a schedule; wake-ups that come first of all are none. */
  #choices(letters: readonly number[]): Choice[] {
    const first = this.#rules.wakeUps === 'at zero' ? this.#wakers : []
    return lettersToChoices(this.#steps, first, letters.slice(first.length))
  }
}
