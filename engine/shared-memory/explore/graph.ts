import { ModelError } from '../../errors.ts'
import { grown } from '../../typed-arrays.ts'
import { kindNumbers } from '../memory/handles.ts'
import { type Layout, sidesOf } from '../memory/layout.ts'
import type { LineError } from '../memory/program.ts'
import type { Automaton } from './automaton.ts'
import { copyOf, type Remotes, remoteWith } from './copies.ts'
import { critical, type Local } from './course.ts'
import { type MonitorTable, wrong } from './monitor-table.ts'
import type { Reduction } from './reduction.ts'
import { ConfigurationStore, hashOfRow, withCell } from './store.ts'
import { Ways } from './ways.ts'

/** No step, or not yet known. */
export const none = 0xffffffff

/** What rows have beside local states and values, and which steps are left out; by default nothing and none. */
interface GraphOptions {
  readonly watched?: number | null
  readonly monitor?: MonitorTable | null
  readonly reduction?: Reduction | null
}

/**
 * The reachable configurations and all steps between them, found breadth first, so that the way to each is a shortest one.
 * A row has the local states of the processors, then the values of the variables less their least ones; where a processor is
 * `watched`, then what it holds of each variable in its cache; where there is a monitor of histories, its state. What a monitor
 * finds later depends on its state and on what crosses the interfaces later, and that on the rest of the row: two executions to
 * the same row have the same continuations, and each of these is right after the one exactly if it is after the other.
 */
export class StepGraph {
  readonly n: number
  /**
   * How many moves there are: that of p_i, if it flips a coin and is told t, is i + n · t; n of them where there are no coins.
   */
  readonly moves: number
  readonly store: ConfigurationStore
  /** By configuration and move, the configuration after it; `none` if there is no such move. */
  successors: Uint32Array
  readonly #ways = new Ways()
  transitions = 0
  /** False if there are more configurations than were allowed. */
  complete = true
  /** A configuration with two processors in the critical section, or after a history that is wrong; the first found. */
  unsafe: number | null = null
  /** A step that is not allowed, and the configuration before it. */
  fault: { readonly at: number; readonly move: number; readonly error: LineError } | null = null
  readonly #automata: readonly Automaton[]
  readonly #mins: readonly number[]
  /** By variable, how many values a flip tells; 1 if it is no coin. */
  readonly #sides: readonly number[]
  readonly #watched: number | null
  readonly #monitor: MonitorTable | null
  readonly #reduction: Reduction | null
  readonly #name: string

  constructor(
    name: string,
    automata: readonly Automaton[],
    layout: Layout,
    { watched = null, monitor = null, reduction = null }: GraphOptions = {},
  ) {
    this.n = automata.length
    this.moves = this.n * sidesOf(layout.variables)
    this.#sides = layout.variables.map(({ isCoin, max }) => (isCoin ? max + 1 : 1))
    this.#name = name
    this.#automata = automata
    this.#mins = layout.variables.map(({ min }) => min)
    this.#watched = watched
    this.#monitor = monitor
    this.#reduction = reduction
    const cells = this.#mins.length * (watched === null ? 1 : 2) + (monitor === null ? 0 : 1)
    this.store = new ConfigurationStore(this.n + cells)
    this.successors = new Uint32Array(this.moves << 12)
    const row = new Uint16Array(this.store.width)
    for (const [v, { initial, min }] of layout.variables.entries()) row[this.n + v] = initial - min
    this.store.add(row, hashOfRow(row))
  }

  /** Finds all configurations, but no more than `most`; ends at the first fault and, if asked to check, unsafe one. */
  search(most: number, check: boolean): this {
    const { store, moves } = this
    const row = new Uint16Array(store.width)
    for (let at = 0; at < store.count; at++) {
      if (store.count > most) {
        this.complete = false
        return this
      }
      while ((at + 1) * moves > this.successors.length) this.successors = grown(this.successors)
      store.load(at, row)
      const spared = this.#reduction?.spared(row) ?? 0
      if (spared !== 0) this.successors.fill(none, at * moves, (at + 1) * moves)
      if (this.#takeSteps(row, at, ~spared, check)) return this
      if (spared !== 0 && this.#goesBack(at) && this.#takeSteps(row, at, spared, check)) return this
    }
    return this
  }

  /** Takes the steps of these processors, as bits, from a configuration; whether the search is over. */
  #takeSteps(row: Uint16Array, at: number, who: number, check: boolean): boolean {
    const { moves } = this
    const hash = this.store.hash(at)
    for (let move = 0; move < moves; move++) {
      if (((who >>> this.mover(move)) & 1) === 0) continue
      const to = this.#step(row, hash, move, at)
      this.successors[at * moves + move] = to
      if ((check && this.unsafe !== null) || this.fault !== null) return true
      if (to !== none) this.transitions++
    }
    return false
  }

  #goesBack = (at: number): boolean =>
    this.successors.subarray(at * this.moves, (at + 1) * this.moves).some((to) => to < at)

  /** Whose move it is. */
  mover = (move: number): number => (move < this.n ? move : move % this.n)

  /** How many values the next step of a processor may tell it, each as likely: 1 unless it flips a coin. */
  sides = (at: number, p: number): number => this.#sides[this.access(at, p).variable]!

  /** The local state of a processor in a configuration. */
  local(at: number, p: number): Local {
    return this.#automata[p]!.locals[this.store.cell(at, p)]!
  }

  section = (at: number, p: number): number => this.#automata[p]!.sections[this.store.cell(at, p)]!

  isCritical = (at: number, p: number): boolean => this.section(at, p) === critical

  /** The variable and the kind of a processor's next step. */
  access(at: number, p: number): { readonly variable: number; readonly code: number } {
    const local = this.store.cell(at, p)
    return { variable: this.#automata[p]!.variables[local]!, code: this.#automata[p]!.codes[local]! }
  }

  /** Whether the next step of the watched processor is remote, where caches write through and where they write back. */
  isRemote(at: number): Remotes {
    const { variable, code } = this.access(at, this.#watched!)
    return remoteWith(this.store.cell(at, this.n + this.#mins.length + variable), code)
  }

  /** The moves of a shortest way to a configuration. */
  scheduleTo = (at: number): number[] => this.#ways.to(at)

  /** The state of the monitor. */
  seen = (at: number): unknown => this.#monitor!.stateOf(this.store.cell(at, this.store.width - 1))

  /** The configuration after a step; the row is as before afterwards. */
  #step(row: Uint16Array, hash: number, move: number, at: number): number {
    const p = this.mover(move)
    const automaton = this.#automata[p]!
    const local = row[p]!
    const code = automaton.codes[local]!
    if (code < 0) return none
    const column = this.n + automaton.variables[local]!
    const min = this.#mins[column - this.n]!
    const flips = code === kindNumbers.flip
    const told = move < this.n ? 0 : Math.floor(move / this.n)
    if (told > 0 && (!flips || told >= this.#sides[column - this.n]!)) return none
    const before = flips ? told : row[column]! + min
    let to: number
    try {
      to = automaton.next(local, before, min)
    } catch (error) {
      this.fault = { at, move, error: automaton.errorAt(this.#name, local, error) }
      return none
    }
    const after = automaton.after(local, before, min)
    const copyColumn = column + this.#mins.length
    const copy = this.#watched === null ? 0 : row[copyColumn]!
    const copyAfter = this.#watched === null ? 0 : copyOf(copy, code, p === this.#watched)
    const monitored = row.length - 1
    const seen = this.#monitor === null ? 0 : row[monitored]!
    const seenAfter = this.#monitor?.after(seen, p, automaton, automaton.crossing(local, before, min)) ?? 0
    if (to === local && after === before && copyAfter === copy && seenAfter === seen) return at
    if (to > 0xffff || after - min > 0xffff)
      throw new ModelError(`p_${p} has too many local states to explore`)
    let now = withCell(row, hash, p, to)
    if (after !== before) now = withCell(row, now, column, after - min)
    if (copyAfter !== copy) now = withCell(row, now, copyColumn, copyAfter)
    if (seenAfter !== seen) now = withCell(row, now, monitored, seenAfter)
    const known = this.store.count
    const found = this.store.add(row, now >>> 0)
    if (found === known) this.#discovered(found, at, move)
    if (seenAfter === wrong) this.unsafe ??= found
    row[p] = local
    if (!flips) row[column] = before - min
    if (copyAfter !== copy) row[copyColumn] = copy
    if (seenAfter !== seen) row[monitored] = seen
    return found
  }

  #discovered(found: number, from: number, move: number): void {
    this.#ways.found(found, from, move)
    const p = this.mover(move)
    if (!this.isCritical(found, p)) return
    for (let q = 0; q < this.n; q++) if (q !== p && this.isCritical(found, q)) this.unsafe ??= found
  }
}
