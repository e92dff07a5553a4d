import { ModelError } from '../../errors.ts'
import type { ReadModifyWrite } from '../model/index.ts'
import { assertAllowed } from './allowed.ts'
import { Caches } from './caches.ts'
import { doesNotOffer, outOfRange } from './faults.ts'
import { type Described, kindNumbers, modified } from './handles.ts'
import type { Layout, VariableLayout } from './layout.ts'
import { at } from './ledger.ts'

/** What comes up when a processor flips a coin with so many sides, 0 … sides − 1. */
export type Coins = (processor: number, sides: number) => number

/** The shared variables of a run: their values, who may do what with them, and what is remote to whom. */
export class Memory {
  readonly values: number[]
  /** By variable, the largest value that it had. */
  readonly largest: number[]
  /** The numbers of the data that some variable had. */
  readonly contents = new Set<number>()
  readonly #variables: readonly VariableLayout[]
  readonly #min: Float64Array
  readonly #max: Float64Array
  /** By variable; −1 for no home. */
  readonly #homes: Int32Array
  /** Whether there are variables that not everybody may read and write. */
  readonly #restricted: boolean
  readonly #caches: Caches
  /** By processor, the counts of its passage. */
  readonly #counted: Uint32Array
  readonly #coins: Coins
  /** What the last flip told; 0 before the first. */
  told = 0

  constructor({ variables }: Layout, processors: number, counted: Uint32Array, coins: Coins) {
    this.#coins = coins
    this.#variables = variables
    this.values = variables.map(({ initial }) => initial)
    this.largest = [...this.values]
    for (const { holdsData, initial } of variables) if (holdsData) this.contents.add(initial)
    this.#min = Float64Array.from(variables, ({ min }) => min)
    this.#max = Float64Array.from(variables, ({ max }) => max)
    this.#homes = Int32Array.from(variables, ({ home }) => home ?? -1)
    this.#restricted = variables.some(({ writers, readers }) => writers !== null || readers !== null)
    this.#caches = new Caches(variables.length, processors)
    this.#counted = counted
  }

  /** Carries out an access of a processor; the value before. Throws a ModelError that completes “p_1, line 3 …”. */
  perform(p: number, access: Described): number {
    const { variable, code } = access
    const counted = this.#counted
    const own = p << 3
    counted[own + at.steps]!++
    if (code === kindNumbers.flip) return (this.told = this.#coins(p, this.#max[variable]! + 1))
    if (this.#homes[variable] !== p) counted[own + at.dsm]!++
    if (this.#restricted) assertAllowed(p, access, this.#variables[variable]!)
    const before = this.values[variable]!
    if (code <= kindNumbers.await) {
      counted[own + at.reads]!++
      if (this.#caches.read(variable, p)) {
        counted[own + at.cc]!++
        counted[own + at['cc-write-back']]!++
      }
      return before
    }
    counted[own + (code === kindNumbers.write ? at.writes : at.rmw)]!++
    counted[own + at.cc]!++
    if (this.#caches.write(variable, p)) counted[own + at['cc-write-back']]!++
    const after = code === kindNumbers.write ? access.value : this.#modified(access, before)
    if (!(after >= this.#min[variable]! && after <= this.#max[variable]! && Number.isInteger(after)))
      throw new ModelError(outOfRange(this.#variables[variable]!, after))
    this.values[variable] = after
    if (after > this.largest[variable]!) this.largest[variable] = after
    if (this.#variables[variable]!.holdsData) this.contents.add(after)
    return before
  }

  /** What a read-modify-write operation leaves in its variable. */
  #modified(access: Described, before: number): number {
    const layout = this.#variables[access.variable]!
    if (!layout.offers.includes(access.kind as ReadModifyWrite))
      throw new ModelError(doesNotOffer(layout, access.kind))
    return modified(access, before)
  }
}
