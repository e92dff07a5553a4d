import type { LiedRounds, Locals } from './lied-rounds.ts'

/** A path through configurations that shows what is wrong. */
export interface Flawed {
  /** It never comes to a legitimate configuration, or leaves one. */
  readonly kind: 'never' | 'leaves'
  /** What never comes to an end goes round three times. */
  readonly path: readonly Locals[]
  /** After which round it goes round for the first time; null if it does not. */
  readonly from: number | null
}

/** A configuration that is being looked at. */
interface Open {
  readonly key: string
  readonly locals: Locals
  readonly isLegitimate: boolean
  readonly next: Iterator<Locals>
  depth: number
}

/**
 * By configuration, after how many rounds all is legitimate at the latest: the longest path through those that are not. It
 * goes into the depth, so that a configuration that is met on its own path shows a cycle.
 */
export class Depths {
  readonly #rounds: LiedRounds
  readonly #known = new Map<string, number>()
  readonly #place = new Map<string, number>()
  readonly #states: number
  flaw: Flawed | null = null
  /** A path without a legitimate configuration on which there were more than it may look at; null if there were not. */
  overrun: readonly Locals[] | null = null

  constructor(rounds: LiedRounds, states: number) {
    this.#rounds = rounds
    this.#states = states
  }

  get count(): number {
    return this.#known.size
  }

  /** That of a configuration in which executions begin; null where there is a flaw, or it takes too long. */
  of(locals: Locals): number | null {
    const known = this.#known.get(locals.join())
    if (known !== undefined) return known
    const path = [this.#open(locals)]
    this.#place.clear()
    this.#place.set(path[0]!.key, 0)
    for (;;) {
      const last = path.at(-1)!
      const { value: next, done } = last.next.next()
      if (done === true) {
        this.#known.set(last.key, last.depth)
        this.#place.delete(last.key)
        path.pop()
        const before = path.at(-1)
        if (before === undefined) return last.depth
        this.#note(before, last.depth)
        continue
      }
      const key = next.join()
      const depth = this.#known.get(key)
      if (last.isLegitimate && this.#rounds.legitimate(next) !== true)
        return this.#flawed('leaves', [...path.map((one) => one.locals), next], null)
      const met = this.#place.get(key)
      if (depth !== undefined) this.#note(last, depth)
      else if (met === undefined) {
        if (this.count + path.length >= this.#states) {
          this.overrun = path.filter((one) => !one.isLegitimate).map((one) => one.locals)
          return null
        }
        this.#place.set(key, path.length)
        path.push(this.#open(next))
      } else if (!last.isLegitimate)
        return this.#round(
          path.map((one) => one.locals),
          met,
        )
    }
  }

  /** A longest path from a configuration to the first that is legitimate. */
  longest(locals: Locals): Locals[] {
    const path = [locals]
    for (let depth = this.#known.get(locals.join())!; depth > 0; depth--)
      for (const next of this.#rounds.after(path.at(-1)!))
        if (this.#known.get(next.join()) === depth - 1) {
          path.push(next)
          break
        }
    return path
  }

  #note(one: Open, depth: number): void {
    if (!one.isLegitimate) one.depth = Math.max(one.depth, depth + 1)
  }

  #open(locals: Locals): Open {
    return {
      ...{ key: locals.join(), locals, depth: 0 },
      isLegitimate: this.#rounds.legitimate(locals) === true,
      next: this.#rounds.after(locals),
    }
  }

  /** It goes on from the end of a path as from this place on. */
  #round(path: readonly Locals[], from: number): null {
    const turn = path.slice(from)
    return this.#flawed('never', [...path, ...turn, ...turn, turn[0]!], from)
  }

  #flawed(kind: Flawed['kind'], path: readonly Locals[], from: number | null): null {
    this.flaw = { kind, path, from }
    return null
  }
}
