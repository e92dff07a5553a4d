import type { ConfigurationView, Instance } from '../../model/index.ts'
import { canonicalText } from './canonical-text.ts'
import type { LocalSteps } from './local-steps.ts'

/** Stands for all fields of a state, and for whether a processor has terminated. */
const [ALL, TERMINATED] = ['*', '†'] as const

/**
 * Which fields of the states safety properties read. Two configurations that agree in these look the same to them: a
 * property that has read no others in one reads the same in the other, and comes to the same finding.
 *
 * What is read is noted in every configuration that is checked. If a field is read that was not known to be, what was
 * skipped before may have been visible, and the search must be made again.
 */
export class VisibleFields {
  /** Whether all fields that were read so far were known from the start of the search. */
  complete = true
  readonly #steps: LocalSteps
  readonly #fields: Set<string>
  /** By state: what tells of its reads, and a number that states share if they look the same. */
  readonly #watched: (object | undefined)[] = []
  readonly #looks: (number | undefined)[] = []
  readonly #lookNumbers = new Map<string, number>()

  /** `fields` are those that are known to be read; new ones are added. */
  constructor(steps: LocalSteps, fields: Set<string>) {
    this.#steps = steps
    this.#fields = fields
  }

  /** The configuration with these states, whose reads are noted. */
  watch(instance: Instance, numbers: Int32Array): ConfigurationView {
    return {
      instance,
      states: this.#steps.initial.map((_, p) => (this.#watched[numbers[p]!] ??= this.#watch(numbers[p]!))),
      terminated: (p) => {
        this.#read(TERMINATED)
        return this.#steps.states[numbers[p]!]!.status === 'terminated'
      },
    }
  }

  /** Whether two states look the same to the properties. */
  same(a: number, b: number): boolean {
    return a === b || this.#look(a) === this.#look(b)
  }

  #watch(number: number): object {
    const all = (): void => this.#read(ALL)
    return new Proxy(this.#steps.states[number]!.state, {
      get: (state, field) => {
        this.#read(String(field))
        return Reflect.get(state, field)
      },
      has: (state, field) => {
        all()
        return Reflect.has(state, field)
      },
      ownKeys: (state) => {
        all()
        return Reflect.ownKeys(state)
      },
      getOwnPropertyDescriptor: (state, field) => {
        all()
        return Reflect.getOwnPropertyDescriptor(state, field)
      },
    })
  }

  #read(field: string): void {
    if (this.#fields.has(field)) return
    this.#fields.add(field)
    this.complete = false
  }

  #look(number: number): number {
    return (this.#looks[number] ??= this.#lookOf(number))
  }

  #lookOf(number: number): number {
    const { state, status } = this.#steps.states[number]!
    if (this.#fields.has(ALL)) return number
    const shown = Object.entries(state).filter(([field]) => this.#fields.has(field))
    const ended = this.#fields.has(TERMINATED) && status === 'terminated'
    const text = `${ended} ${canonicalText(Object.fromEntries(shown))}`
    const known = this.#lookNumbers.get(text)
    if (known !== undefined) return known
    this.#lookNumbers.set(text, this.#lookNumbers.size)
    return this.#lookNumbers.size - 1
  }
}
