import { PropertyError } from '../../errors.ts'
import type {
  After,
  AnyAlgorithm,
  Checked,
  CheckMode,
  ConfigurationView,
  Finding,
  Property,
  Violated,
} from '../../model/index.ts'
import type { Random } from '../../random.ts'

/** An execution is checked after every event while processors × events are no more than this. */
const freeLooks = 2 ** 20

/**
 * Holds an execution to the safety properties of its algorithm while it runs.
 *
 * Properties with an incremental form are checked after every event. The others look at all n states. Where a sample is
 * enough, they do so after every event at first; later after one event in n, drawn at random, so that they look at about
 * one state for each event.
 */
export class Safety {
  /** Whether there is anything to be checked on the way. */
  readonly isAsked: boolean
  /** The events so far. */
  events = 0
  #configuration: ConfigurationView | null = null
  readonly #properties: readonly (readonly [string, Property])[]
  /** By followed property, its name and what it makes of an event. */
  readonly #followed: string[] = []
  readonly #afters: After[] = []
  readonly #whole: (readonly [string, Property])[] = []
  readonly #check: CheckMode
  readonly #sample: () => Random
  /** Draws the sample, once one is needed. */
  #random: Random | null = null
  #wholeChecks = 0
  #next = 0

  /** `sample` makes the random numbers by which the events are chosen after which a long execution is checked. */
  constructor(algorithm: AnyAlgorithm, check: Exclude<CheckMode, 'sampled'>)
  constructor(algorithm: AnyAlgorithm, check: CheckMode, sample: () => Random)
  constructor(algorithm: AnyAlgorithm, check: CheckMode, sample?: () => Random) {
    this.#properties = safetyOf(algorithm)
    this.#check = check
    this.#sample = sample!
    this.isAsked = check !== 'final' && this.#properties.length > 0
  }

  /** What the initial configuration, which changes with the execution, violates; null if nothing. To be asked first. */
  begin(configuration: ConfigurationView): Violated | null {
    this.#configuration = configuration
    for (const named of this.#properties) {
      const [property, { check, follow }] = named
      const reason = findingOf(property, check, configuration)
      if (reason !== true)
        return { kind: 'violated', property, reason, where: 'in the initial configuration' }
      if (follow === undefined) this.#whole.push(named)
      else {
        this.#followed.push(property)
        this.#afters.push(follow(configuration))
      }
    }
    return null
  }

  /** What is violated now, after an event of a processor, and was not before; null if nothing. */
  after(processor: number, time: number): Violated | null {
    this.events++
    const afters = this.#afters
    for (let i = 0; i < afters.length; i++) {
      const reason = findingOf(this.#followed[i]!, afters[i]!, processor)
      if (reason !== true) return violated(this.#followed[i]!, reason, processor, time)
    }
    if (this.#whole.length === 0 || !this.#isDue()) return null
    this.#wholeChecks++
    for (const [property, { check }] of this.#whole) {
      const reason = findingOf(property, check, this.#configuration!)
      if (reason !== true) return violated(property, reason, processor, time)
    }
    return null
  }

  /** How much was checked of an execution of so many events; null if there is nothing to check. */
  checked(of: number): Checked | null {
    if (this.#properties.length === 0) return null
    if (!this.isAsked) return { events: 0, of }
    return { events: this.#whole.length === 0 ? of : this.#wholeChecks, of }
  }

  #isDue(): boolean {
    const n = this.#configuration!.states.length
    if (this.#check === 'every' || this.events * n <= freeLooks) return true
    if (this.events < this.#next) return false
    const first = this.#next === 0
    this.#random ??= this.#sample()
    this.#next = this.events + 1 + Math.floor(this.#random.uniform() * (2 * n - 1))
    return !first
  }
}

/** The safety properties of an algorithm, by name. */
const safetyOf = ({ properties = {} }: AnyAlgorithm): (readonly [string, Property])[] =>
  Object.entries(properties).filter(([, { kind }]) => kind === 'safety')

/** What a property says of its argument. Throws a PropertyError if that is no finding. */
export function findingOf<T>(property: string, check: (argument: T) => unknown, argument: T): Finding {
  let found: unknown
  try {
    found = check(argument)
  } catch (cause) {
    throw new PropertyError(`property ${property} throws ${String(cause)}`, { cause })
  }
  if (found === true || typeof found === 'string') return found
  if (found === false) return 'it does not hold'
  throw new PropertyError(
    `property ${property} gives ${String(found)}; it must give true, or the reason why not as a text`,
  )
}

const violated = (property: string, reason: string, processor: number, time: number): Violated => ({
  kind: 'violated',
  property,
  reason,
  where: `after comp(${processor}) at ${time}`,
})
