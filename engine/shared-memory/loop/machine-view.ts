import { kindNumbers } from '../memory/handles.ts'
import type { AccessKind, LineNumber } from '../model/index.ts'
import type { NextStep, SchedulerView } from '../schedulers/index.ts'
import type { Driven } from './driven.ts'

/** What schedulers see of a machine, and who still has passages to do. */
export class MachineView implements SchedulerView {
  readonly n: number
  readonly live: Int32Array
  liveCount = 0
  readonly #machine: Driven
  /** By processor, its place among the live ones. */
  readonly #places: Int32Array
  readonly #next: { -readonly [K in keyof NextStep]: NextStep[K] } = {
    operation: 'acquire',
    line: 1,
    kind: 'read',
    variable: 0,
    waits: false,
  }

  constructor(machine: Driven) {
    const { passagesLeft } = machine
    this.n = passagesLeft.length
    this.#machine = machine
    this.live = new Int32Array(this.n)
    this.#places = new Int32Array(this.n)
    for (let p = 0; p < this.n; p++) {
      if (passagesLeft[p] === 0) continue
      this.#places[p] = this.liveCount
      this.live[this.liveCount++] = p
    }
  }

  get entries(): number {
    return this.#machine.entries
  }

  passagesLeft(processor: number): number {
    return this.#machine.passagesLeft[processor]!
  }

  peek(p: number): NextStep {
    const { lines, states, memory } = this.#machine
    const access = this.#machine.describe(p, states[p]!)
    const next = this.#next
    next.operation = this.#machine.operationOf(p)
    next.line = lines[p]!
    next.kind = access.kind as AccessKind
    next.variable = access.variable
    next.waits = access.code === kindNumbers.await && !access.condition(memory.values[access.variable]!)
    return next
  }

  enters(p: number): boolean {
    const { states, memory } = this.#machine
    if (!this.#machine.leadsToEntry(p)) return false
    const access = this.#machine.describe(p, structuredClone(states[p]!))
    // What a flip tells is not known before.
    if (access.code === kindNumbers.flip) return false
    const value = memory.values[access.variable]!
    if (access.code === kindNumbers.await && !access.condition(value)) return false
    const { next } = access
    return (typeof next === 'number' ? next : (next as (value: number) => LineNumber)(value)) === 0
  }

  /** A processor has done all its passages. */
  remove(p: number): void {
    const place = this.#places[p]!
    const last = this.live[--this.liveCount]!
    this.live[place] = last
    this.#places[last] = place
  }

  /** So many steps in vain in a row are reason enough to look whether anybody can still go on. */
  get idleMax(): number {
    return 2 * this.liveCount + 64
  }

  /** Whether all wait for what only another of them could do. */
  isDeadlocked(): boolean {
    this.#machine.idle = 0
    for (let i = 0; i < this.liveCount; i++) if (!this.peek(this.live[i]!).waits) return false
    return true
  }

  /** Who waits where, for the first few. */
  deadlock(): string {
    const waiting = [...this.live.slice(0, Math.min(3, this.liveCount)).sort()].map((p) => {
      const { operation, line } = this.peek(p)
      return `p_${p} at ${operation} line ${line}`
    })
    return `all wait: ${waiting.join(', ')}${this.liveCount > 3 ? ' …' : ''}`
  }
}
