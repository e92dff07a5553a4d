import type { Finding, HistoryEvent, Value } from '../model/index.ts'

/** A value that was written, and what has to stand before and after it. */
interface Written {
  readonly value: Value
  readonly before: Set<Written>
  readonly after: Set<Written>
}

/**
 * Follows whether a register is sequentially consistent in which nothing is written twice. In a legal order, what belongs
 * to one value stands together, so a processor that knows a value, because it has written or read it, and comes to know
 * another puts the one before the other. The register is sequentially consistent exactly if that leads round in no
 * circle: of several registers, it is NP-complete, of one it is not (Gibbons & Korach 1997).
 *
 * Values are forgotten that stand before what each processor knows now, for nobody may read them again.
 */
export class SequentialRegister {
  readonly #values = new Map<Value, Written>()
  /** By processor, what it came to know last, and whether it was asked to read. */
  readonly #known: Written[]
  readonly #reads: boolean[]
  /** With so many values, it is looked for those to be forgotten. */
  #many = 64

  constructor(n: number, initial: Value = null) {
    const first: Written = { value: initial, before: new Set(), after: new Set() }
    this.#values.set(initial, first)
    this.#known = new Array<Written>(n).fill(first)
    this.#reads = new Array<boolean>(n).fill(false)
  }

  add(event: HistoryEvent): Finding {
    const { kind, processor } = event
    if (kind === 'output') return true
    if (kind === 'response')
      return this.#reads[processor]! ? this.#read(processor, event.result ?? null, event.time) : true
    this.#reads[processor] = event.operation === 'read'
    if (event.operation === 'write') this.#write(processor, event.argument)
    return true
  }

  #write(processor: number, value: Value): void {
    const written: Written = { value, before: new Set(), after: new Set() }
    this.#values.set(value, written)
    this.#know(processor, written)
    if (this.#values.size > this.#many) this.#forget()
  }

  #read(processor: number, value: Value, time: number): Finding {
    const written = this.#values.get(value)
    const known = this.#known[processor]!
    const reads = `p_${processor} reads ${value} at time ${time}`
    if (written === undefined) return `${reads}, which nobody has written, or all know to be replaced`
    if (written === known) return true
    if (closure(written, 'after').has(known))
      return `${reads} when it knows ${known.value}, which must stand after ${value}`
    this.#know(processor, written)
    return true
  }

  #know(processor: number, written: Written): void {
    const known = this.#known[processor]!
    known.after.add(written)
    written.before.add(known)
    this.#known[processor] = written
  }

  /** What stands before a forgotten value is forgotten, too, so no way leads from a value that is left to another by one. */
  #forget(): void {
    const [first, ...others] = [...new Set(this.#known)].map((known) => closure(known, 'before'))
    for (const one of first!) {
      if (!others.every((before) => before.has(one))) continue
      this.#values.delete(one.value)
      for (const next of one.after) next.before.delete(one)
    }
    this.#many = 64 + 2 * this.#values.size
  }
}

/** All that stands before a value, or after it. */
function closure(start: Written, side: 'before' | 'after'): Set<Written> {
  const found = new Set<Written>()
  const open = [start]
  for (let one = open.pop(); one !== undefined; one = open.pop())
    for (const next of one[side]) {
      if (found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  return found
}
