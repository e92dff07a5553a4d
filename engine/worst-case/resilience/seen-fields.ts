import type { ConfigurationView, Instance } from '../../model/index.ts'

/**
 * Notes which fields of states properties and claims read. States of processors that take no step any more need to be told
 * apart by these alone; when one is read that was not known to be, the search has to begin again.
 */
export class SeenFields {
  readonly names: Set<string>
  /** Whether all fields that were read were known from the start. */
  complete = true
  readonly #watched = new WeakMap<object, object>()

  constructor(names: ReadonlySet<string>) {
    this.names = new Set(names)
  }

  /** A configuration whose reads are noted. */
  watch(
    instance: Instance,
    states: readonly object[],
    now: number,
    asked: Pick<Required<ConfigurationView>, 'terminated' | 'faulty' | 'crashed'>,
  ): ConfigurationView {
    return { instance, states: states.map((state) => this.#watch(state)), now, ...asked }
  }

  #watch(state: object): object {
    const known = this.#watched.get(state)
    if (known !== undefined) return known
    const all = <T>(value: T): T => {
      this.#read('*')
      return value
    }
    const watched = new Proxy(state, {
      get: (target, field) => {
        this.#read(String(field))
        return Reflect.get(target, field)
      },
      has: (target, field) => all(Reflect.has(target, field)),
      ownKeys: (target) => all(Reflect.ownKeys(target)),
      getOwnPropertyDescriptor: (target, field) => all(Reflect.getOwnPropertyDescriptor(target, field)),
    })
    this.#watched.set(state, watched)
    return watched
  }

  #read(field: string): void {
    if (this.names.has(field)) return
    this.names.add(field)
    this.complete = false
  }
}
