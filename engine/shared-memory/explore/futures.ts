import { kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import type { Automaton } from './automaton.ts'
import { seenOf } from './visible-steps.ts'

/** What a processor may still do from a local state on, its next step included. Variables are bits. */
export interface Future {
  /** The variables that it may access. */
  readonly touches: Uint32Array
  /** Those that it may access in another way than by reading. */
  readonly writes: Uint32Array
  /** What may be seen of its steps. */
  readonly seen: number
}

/** So many pairs of a local state and a value are tried, and so many values of a variable; where there are more, declarations have to do. */
const most = { pairs: 100_000, values: 100 }

/**
 * By processor and local state, what the processor may still do. The local states and the values are those of a fixed point: it
 * begins with those of the initial configuration, and whenever it has a local state and a value of its next variable, it has those
 * after the step. This does not ask which of them occur together, so it has all that occur and perhaps more; what a line computes has to end
 * with each of these values. Where the fixed point has no end, a processor may use whatever it is declared to be a reader or writer of.
 */
export function futuresOf(
  automata: readonly Automaton[],
  layout: Layout,
): (p: number, local: number) => Future {
  const onward = onwardFrom(automata, layout)
  const known = automata.map((automaton, p) =>
    onward === null ? [] : futures(automaton, onward[p]!, layout),
  )
  const declared = automata.map((_, p) => declaredFuture(p, layout))
  const over = futureIn(layout)
  return (p, local) => known[p]![local] ?? (automata[p]!.codes[local]! < 0 ? over : declared[p]!)
}

/** Where steps lead from a local state, and what is seen of them. */
interface Onward {
  readonly to: Set<number>
  seen: number
}

/** By processor and local state, where its steps may lead; null if there is too much of it. */
function onwardFrom(automata: readonly Automaton[], { variables }: Layout): Onward[][] | null {
  const values = variables.map(({ initial }) => new Set([initial]))
  const onward: Onward[][] = automata.map(() => [])
  const tried: number[][] = automata.map(() => [])
  let pairs = 0
  for (let changed = true; changed; ) {
    changed = false
    for (const [p, automaton] of automata.entries())
      for (let local = 0; local < automaton.locals.length; local++) {
        const here = (onward[p]![local] ??= { to: new Set(), seen: 0 })
        if (automaton.codes[local]! < 0) continue
        const variable = automaton.variables[local]!
        const all = values[variable]!
        const before = tried[p]![local] ?? 0
        if (before === all.size) continue
        changed = true
        pairs += all.size - before
        if (pairs > most.pairs || all.size > most.values) return null
        tried[p]![local] = all.size
        for (const value of [...all].slice(before)) {
          const after = stepped(automaton, local, value, variables[variable]!.min, here)
          if (after !== null) all.add(after)
        }
      }
  }
  return onward
}

/** The value after a step, which is put down; null where there is no such step. */
function stepped(
  automaton: Automaton,
  local: number,
  value: number,
  min: number,
  here: Onward,
): number | null {
  let to: number
  try {
    to = automaton.next(local, value, min)
  } catch {
    // The fixed point also has values that never occur there.
    return null
  }
  here.to.add(to)
  here.seen |= seenOf(automaton, local, to, automaton.crossing(local, value, min))
  return automaton.after(local, value, min)
}

/** By local state, what it does next and whatever is done from where that leads. */
function futures(automaton: Automaton, onward: readonly Onward[], layout: Layout): Future[] {
  const found = onward.map((here, local) => {
    const variable = automaton.codes[local]! < 0 ? null : automaton.variables[local]!
    return { ...futureIn(layout, variable, automaton.codes[local]! <= kindNumbers.await), seen: here.seen }
  })
  for (let changed = true; changed; ) {
    changed = false
    for (let local = found.length - 1; local >= 0; local--)
      for (const to of onward[local]!.to) if (joined(found[local]!, found[to]!)) changed = true
  }
  return found
}

/** Adds what is in another one; whether that was new. */
function joined(future: { -readonly [K in keyof Future]: Future[K] }, other: Future): boolean {
  let changed = (other.seen & ~future.seen) !== 0
  future.seen |= other.seen
  for (const key of ['touches', 'writes'] as const)
    for (let word = 0; word < future[key].length; word++) {
      if ((other[key][word]! & ~future[key][word]!) === 0) continue
      changed = true
      future[key][word]! |= other[key][word]!
    }
  return changed
}

function declaredFuture(p: number, layout: Layout): Future {
  const all = { ...futureIn(layout), seen: ~0 }
  for (const [variable, { readers, writers }] of layout.variables.entries()) {
    const [reads, writes] = [readers, writers].map((who) => who?.includes(p) !== false)
    if (reads || writes) joined(all, futureIn(layout, variable, !writes))
  }
  return all
}

/** One access, or none. */
function futureIn({ variables }: Layout, variable: number | null = null, isRead = true): Future {
  const words = (variables.length + 31) >>> 5
  const bit = (present: boolean) => {
    const bits = new Uint32Array(words)
    if (variable !== null && present) bits[variable >>> 5] = 1 << variable
    return bits
  }
  return { touches: bit(true), writes: bit(!isRead), seen: 0 }
}
