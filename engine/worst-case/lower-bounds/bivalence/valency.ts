import { decisionsIn, type MessageConfiguration, type MessageWorld, type Pending } from './message-world.ts'

/** A decision that can be reached, and the events that lead to it. */
interface Reachable {
  readonly value: number
  readonly path: readonly Pending[]
}

/** Who takes no step, and which of the events that are ready comes next. */
interface Rule {
  readonly without: number
  readonly favours: 'oldest' | 'newest' | number
}

/** No decision is waited for longer: a few times everyone tells everyone else something. */
const eventsMax = (n: number): number => Math.max(400, 10 * n * n)

/**
 * Which decisions can be reached from a configuration, by schedules that are tried: all take turns, or one processor takes no
 * step; what is oldest or newest comes first, or what one processor has sent. A decision that is found can be reached; that
 * none is found proves nothing.
 */
export class Valency {
  readonly #world: MessageWorld
  /** Those that found something last come first. */
  #rules: Rule[]

  constructor(world: MessageWorld) {
    this.#world = world
    const everyone = Array.from({ length: world.n }, (_, p) => p)
    this.#rules = [-1, ...everyone].flatMap((without) =>
      (['oldest', 'newest', ...everyone] as const).map((favours) => ({ without, favours })),
    )
  }

  /** By value; ends when there are two. `silent`: a processor that takes no step in any of the schedules. */
  of(configuration: MessageConfiguration, silent: number | null = null): ReadonlyMap<number, Reachable> {
    const found = new Map<number, Reachable>()
    for (const rule of this.#rules) {
      if (silent !== null && rule.without !== silent) continue
      const reached = this.#follow(configuration, rule)
      if (reached === null || found.has(reached.value)) continue
      found.set(reached.value, reached)
      this.#rules = [rule, ...this.#rules.filter((one) => one !== rule)]
      if (found.size === 2) break
    }
    return found
  }

  #follow(start: MessageConfiguration, { without, favours }: Rule): Reachable | null {
    const path: Pending[] = []
    for (let at = start; path.length < eventsMax(this.#world.n); ) {
      const [value] = decisionsIn(at)
      if (value !== undefined) return { value, path }
      const ready = this.#world.ready(at).filter(({ processor }) => processor !== without)
      const next =
        favours === 'newest'
          ? ready.at(-1)
          : (ready.find(({ sender }) => favours === 'oldest' || sender === favours) ?? ready[0])
      if (next === undefined) return null
      path.push(next)
      at = this.#world.after(at, next)
    }
    return null
  }
}

/** What is decided in the configurations that can be reached. */
export interface Explored {
  readonly decisions: readonly number[]
  readonly configurations: number
  /** Whether these are all. */
  readonly exhausted: boolean
}

/** Goes through the configurations that can be reached, up to so many; `silent`: a processor that takes no step. */
export function exploreDecisions(
  world: MessageWorld,
  start: MessageConfiguration,
  states: number,
  silent: number | null = null,
): Explored {
  const known = new Set([world.textOf(start)])
  const queue = [start]
  const decisions = new Set<number>()
  for (let i = 0; i < queue.length; i++) {
    for (const value of decisionsIn(queue[i]!)) decisions.add(value)
    for (const event of world.ready(queue[i]!)) {
      if (event.processor === silent) continue
      const next = world.after(queue[i]!, event)
      const text = world.textOf(next)
      if (known.has(text)) continue
      if (known.size === states)
        return { decisions: [...decisions].sort(), configurations: states, exhausted: false }
      known.add(text)
      queue.push(next)
    }
  }
  return { decisions: [...decisions].sort(), configurations: known.size, exhausted: true }
}
