/**
 * Which processors’ steps are enough in a configuration: persistent sets (P. Godefroid, Partial-order methods, 1996; Clarke,
 * Grumberg & Peled, Model checking, chapter 10).
 *
 * Two steps of different processors *commute* if they access different variables, or both leave their variable as it is, and
 * nobody asks which of them was first (`visible-steps.ts`). A step is *idle* if it changes nothing and nobody sees it, as that
 * of a processor that waits in vain. In a configuration C, a set T of processors is enough if
 *
 * 1. as long as those of T stand still, others take no step that does not commute with a next step of T. Whoever can move may
 *    come to do what `futures.ts` says; whose step is idle can move only after a step that does not commute with its own;
 * 2. somebody in T has a step that leads elsewhere and cannot put it off for ever;
 * 3. no step of T leads to a configuration that was looked at before C.
 *
 * The reduced graph has the steps of T and all idle ones; where there is no such T, all steps.
 *
 * Theorem. To each fair execution of the whole graph there is one of the reduced graph in which every processor takes the same
 * steps and is told the same values, and in which steps that do not commute have the same order.
 *
 * Proof. Let E be what remains of the execution from C on. If all steps of C are in the graph, take the first one of E. Otherwise
 * somebody in T takes a step in E, by 2. Before the first such step, those who cannot move take idle steps only, which
 * commute with what comes before them; take these. By 1, that first step of T commutes with all that is left before it; take
 * it. Each time E has one step less and is still fair. Each step of E is taken some time: a way that does not rest in one
 * configuration comes again and again to one with all steps, for by 3 every cycle has one, and there the first step of E is
 * taken. A way does not rest where steps are left out, for each step taken brings that of 2 nearer. ∎
 *
 * So a deadlock or lockout is kept: what each processor does in a fair execution decides it. What a finite execution shows is
 * kept, too, if steps and the order of those that do not commute decide it; take any fair execution that begins with it. That
 * goes for steps that are not allowed and for costs; where caches are part of the configuration, a write does not commute with a read even if it
 * changes nothing. It goes for two in the critical section, bypasses and histories, where the order of entering, leaving and
 * ends of doorways, or of invocations and answers, is asked for. It does not go for lock-freedom, which executions break that are not fair.
 */
import { kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import type { Automaton } from './automaton.ts'
import { copyOf } from './copies.ts'
import { remainder } from './course.ts'
import type { Future } from './futures.ts'
import { minded, seenOf } from './visible-steps.ts'

/** Sets of processors are the bits of a number. */
const processorsMax = 30

/** The next step of a processor in the configuration that is looked at. */
interface NextStep {
  variable: number
  /** Whether it may leave the variable, or what caches hold of it, other than it was. */
  writes: boolean
  /** All that may be seen of others and does not commute with what is seen of it. */
  against: number
  future: Future
}

/** A system, and what its processors may still do. */
interface Reducible {
  readonly automata: readonly Automaton[]
  readonly layout: Layout
  readonly futureAt: (p: number, local: number) => Future
}

/** What the reduced graph is asked for. */
interface Kept {
  /** The processor whose cache is part of the configuration; null if nobody's is. */
  readonly watched: number | null
  /** The order of which steps matters, though they access different variables. */
  readonly order: Parameters<typeof minded>[0]
  /** Whether executions count in which somebody stays in its remainder section for ever. */
  readonly mayRest: boolean
}

/** Finds sets of processors whose steps are enough. They depend on the row of a configuration alone. */
export class Reduction {
  readonly #automata: readonly Automaton[]
  readonly #mins: readonly number[]
  readonly #watched: number | null
  readonly #minded: Uint8Array
  readonly #mayRest: boolean
  readonly #futureAt: (p: number, local: number) => Future
  readonly #next: NextStep[]
  /** Who has a step that changes something; who has an idle one; who cannot put the former off for ever. */
  #stepping = 0
  #idle = 0
  #witnesses = 0

  constructor({ automata, layout, futureAt }: Reducible, { watched, order, mayRest }: Kept) {
    this.#automata = automata
    this.#mins = layout.variables.map(({ min }) => min)
    this.#watched = watched
    this.#minded = minded(order)
    this.#mayRest = mayRest
    this.#futureAt = futureAt
    this.#next = automata.map((_, p) => ({ variable: 0, writes: false, against: 0, future: futureAt(p, 0) }))
  }

  /** Who need not take its step in a configuration, 3 being left to the search; as bits. Idle steps are always taken. */
  spared(row: Uint16Array): number {
    const n = this.#automata.length
    if (n > processorsMax) return 0
    this.#stepping = this.#idle = this.#witnesses = 0
    for (let p = 0; p < n; p++) this.#look(row, p)
    let best = this.#stepping
    for (let left = this.#witnesses; left !== 0; left &= left - 1) {
      const steps = this.#closure(left & -left) & this.#stepping
      if (size(steps) < size(best)) best = steps
    }
    return this.#stepping & ~best
  }

  #look(row: Uint16Array, p: number): void {
    const automaton = this.#automata[p]!
    const next = this.#next[p]!
    const local = row[p]!
    const code = automaton.codes[local]!
    next.future = this.#futureAt(p, local)
    if (code < 0) return
    const variable = automaton.variables[local]!
    const min = this.#mins[variable]!
    const cell = row[this.#automata.length + variable]!
    const copy = this.#watched === null ? 0 : row[this.#automata.length + this.#mins.length + variable]!
    next.variable = variable
    next.writes = code > kindNumbers.await
    next.against = 0
    let [changes, crosses] = [true, true]
    try {
      const to = automaton.next(local, cell + min, min)
      const isSame = automaton.after(local, cell + min, min) === cell + min
      const crossing = automaton.crossing(local, cell + min, min)
      const copyAfter = this.#watched === null ? 0 : copyOf(copy, code, p === this.#watched)
      changes = to !== local || !isSame || copyAfter !== copy
      crosses = crossing !== 0
      // A write that changes nothing still takes the copies out of caches.
      if (isSame && this.#watched === null) next.writes = false
      next.against = this.#minded[seenOf(automaton, local, to, crossing)]!
    } catch {
      // The search will come to that step, and say what is wrong with it.
    }
    if (changes || crosses) this.#stepping |= 1 << p
    else this.#idle |= 1 << p
    if (changes && !(this.#mayRest && automaton.sections[local] === remainder)) this.#witnesses |= 1 << p
  }

  /** The least set with these processors that satisfies 1. */
  #closure(members: number): number {
    for (;;) {
      const able = this.#ableWithout(members)
      let joining = 0
      for (let rest = able; rest !== 0; rest &= rest - 1)
        if (this.#mayDisturb(members, lowest(rest))) joining |= rest & -rest
      if (joining === 0) return members
      members |= joining
    }
  }

  /** Who can move while these stand still. */
  #ableWithout(members: number): number {
    let able = this.#stepping & ~members
    for (let rest = this.#idle & ~members; rest !== 0; ) {
      let woken = 0
      for (let left = rest; left !== 0; left &= left - 1)
        if (this.#mayBeWoken(this.#next[lowest(left)]!, able)) woken |= left & -left
      if (woken === 0) return able
      able |= woken
      rest &= ~woken
    }
    return able
  }

  /** Whether an idle step may change something after steps of others: a read once its variable is written, a write also once it is read. */
  #mayBeWoken({ variable, writes }: NextStep, able: number): boolean {
    for (let left = able; left !== 0; left &= left - 1) {
      const { future } = this.#next[lowest(left)]!
      if (has(writes ? future.touches : future.writes, variable)) return true
    }
    return false
  }

  /** Whether what a processor may come to do does not commute with the next step of one of these. */
  #mayDisturb(members: number, q: number): boolean {
    const { future } = this.#next[q]!
    for (let left = members; left !== 0; left &= left - 1) {
      const { variable, writes, against } = this.#next[lowest(left)]!
      if (has(future.writes, variable) || (writes && has(future.touches, variable))) return true
      if ((future.seen & against) !== 0) return true
    }
    return false
  }
}

const has = (bits: Uint32Array, variable: number): boolean => ((bits[variable >>> 5]! >>> variable) & 1) !== 0
const lowest = (members: number): number => 31 - Math.clz32(members & -members)

function size(members: number): number {
  let count = 0
  for (let left = members; left !== 0; left &= left - 1) count++
  return count
}
