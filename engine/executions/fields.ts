import { InputError } from '../errors.ts'

/** Where something stands, for messages: “run.execution.jsonl, line 17”. */
export type Place = () => string

/** The fields of one line; each reader throws an InputError that names the field. */
export class Fields {
  readonly #object: Readonly<Record<string, unknown>>
  readonly #place: Place
  readonly #path: string

  constructor(value: unknown, place: Place, path = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new InputError(`${place()}: ${path === '' ? 'this line' : path} must be an object`)
    this.#object = value as Record<string, unknown>
    this.#place = place
    this.#path = path === '' ? '' : `${path}.`
  }

  /** Throws if there is a field that is none of these. */
  only(...names: readonly string[]): void {
    for (const name of Object.keys(this.#object))
      if (!names.includes(name)) this.fail(name, `is unknown; known: ${names.join(', ')}`)
  }

  get names(): readonly string[] {
    return Object.keys(this.#object)
  }

  get(name: string): unknown {
    return this.#object[name]
  }

  text(name: string): string {
    const value = this.get(name)
    return typeof value === 'string' ? value : this.fail(name, 'must be a string')
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T {
    const value = this.get(name)
    return (
      choices.find((choice) => choice === value) ?? this.fail(name, `must be one of ${choices.join(', ')}`)
    )
  }

  /** False if absent. */
  flag(name: string): boolean {
    const value = this.get(name) ?? false
    return typeof value === 'boolean' ? value : this.fail(name, 'must be true or false')
  }

  number(name: string): number {
    const value = this.get(name)
    return typeof value === 'number' && Number.isFinite(value) ? value : this.fail(name, 'must be a number')
  }

  natural(name: string): number {
    const value = this.get(name)
    return isNatural(value) ? value : this.fail(name, 'must be a natural number')
  }

  /** An empty list if absent. */
  list<T>(name: string, isItem: (value: unknown) => value is T, what: string): readonly T[] {
    const value = this.get(name) ?? []
    if (!Array.isArray(value)) this.fail(name, `must be a list of ${what}`)
    const stranger = (value as unknown[]).findIndex((item) => !isItem(item))
    if (stranger >= 0) this.fail(`${name}[${stranger}]`, `must be ${what.replace(/s$/, '')}`)
    return value as readonly T[]
  }

  object(name: string): Fields {
    return new Fields(this.get(name), this.#place, `${this.#path}${name}`)
  }

  fail(name: string, problem: string): never {
    throw new InputError(`${this.#place()}: field ${this.#path}${name} ${problem}`)
  }
}

export const isNatural = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

/** The JSON of a line. */
export function parseLine(text: string, place: Place): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(
      `${place()} is not JSON: ${(error as Error).message.replaceAll('\n', ' ').slice(0, 200)}`,
    )
  }
}
