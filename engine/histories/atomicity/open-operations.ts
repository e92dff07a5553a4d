import type { Operation } from '../operations.ts'

/**
 * Lines of completed operations of which some have been put in order: what may come next, and codes for what is done. On
 * a line, an operation may come next if none that is still to come was answered before it was invoked. In the lists of
 * Wing and Gong that is: its invocation stands before the first response.
 */
export class OpenOperations {
  /** How many are still to come. */
  left = 0
  /** Node 2k is the invocation of operation k, node 2k + 1 its response, node 2N + i the head of line i. */
  readonly #next: Int32Array
  readonly #previous: Int32Array
  readonly #count: number
  readonly #operations: readonly Operation[]
  readonly #lines: Line[]
  readonly #lineOf: Int32Array
  /** By operation, its place among those of its line. */
  readonly #rank: Int32Array

  /** The operations of each line, by their numbers, in the order of their invocations. */
  constructor(operations: readonly Operation[], lines: readonly (readonly number[])[]) {
    const count = operations.length
    this.#count = count
    this.#operations = operations
    this.#next = new Int32Array(2 * count + lines.length).fill(-1)
    this.#previous = new Int32Array(2 * count + lines.length).fill(-1)
    this.#lineOf = new Int32Array(count)
    this.#rank = new Int32Array(count)
    this.#lines = lines.map((line, i) => {
      for (const [rank, k] of line.entries()) {
        this.#lineOf[k] = i
        this.#rank[k] = rank
      }
      this.#link(2 * count + i, nodesInOrder(operations, line))
      this.left += line.length
      return { done: new Uint8Array(line.length), first: 0, end: 0 }
    })
  }

  /** The place of the first response on a line that is still to come; Infinity if there is none. */
  horizon(line: number): number {
    let node = this.#next[2 * this.#count + line]!
    while (node >= 0 && node % 2 === 0) node = this.#next[node]!
    return node < 0 ? Number.POSITIVE_INFINITY : this.#operations[(node - 1) / 2]!.responded
  }

  /** Adds those that may come next to a list. */
  collect(into: number[]): void {
    for (let i = 0; i < this.#lines.length; i++)
      for (let node = this.#next[2 * this.#count + i]!; node >= 0 && node % 2 === 0; node = this.#next[node]!)
        into.push(node / 2)
  }

  /** Operation k comes next. */
  take(k: number): void {
    this.#unlink(2 * k)
    this.#unlink(2 * k + 1)
    this.left--
    const line = this.#lines[this.#lineOf[k]!]!
    const rank = this.#rank[k]!
    line.done[rank] = 1
    while (line.done[line.first] === 1) line.first++
    line.end = Math.max(line.end, rank + 1)
  }

  /** The last one taken, and not put back, is still to come after all. */
  putBack(k: number): void {
    this.#relink(2 * k + 1)
    this.#relink(2 * k)
    this.left++
    const line = this.#lines[this.#lineOf[k]!]!
    const rank = this.#rank[k]!
    line.done[rank] = 0
    line.first = Math.min(line.first, rank)
    while (line.end > 0 && line.done[line.end - 1] === 0) line.end--
  }

  /** Adds to a list of codes below 2^16 which are done: on each line a beginning and some beyond it. */
  encode(codes: number[]): void {
    for (const { done, first, end } of this.#lines) {
      codes.push(first >>> 16, first & 0xffff, Math.max(0, end - first))
      for (let start = first; start < end; start += 16) {
        let bits = 0
        for (let i = Math.min(end, start + 16) - 1; i >= start; i--) bits = 2 * bits + done[i]!
        codes.push(bits)
      }
    }
  }

  #link(head: number, nodes: readonly number[]): void {
    let last = head
    for (const node of nodes) {
      this.#next[last] = node
      this.#previous[node] = last
      last = node
    }
  }

  #unlink(node: number): void {
    const [before, after] = [this.#previous[node]!, this.#next[node]!]
    this.#next[before] = after
    if (after >= 0) this.#previous[after] = before
  }

  #relink(node: number): void {
    const [before, after] = [this.#previous[node]!, this.#next[node]!]
    this.#next[before] = node
    if (after >= 0) this.#previous[after] = node
  }
}

interface Line {
  /** By rank. */
  readonly done: Uint8Array
  /** The first that is not done. */
  first: number
  /** After the last that is done. */
  end: number
}

function nodesInOrder(operations: readonly Operation[], line: readonly number[]): number[] {
  const place = (node: number) => {
    const { invoked, responded } = operations[node >> 1]!
    return node % 2 === 0 ? invoked : responded
  }
  return line.flatMap((k) => [2 * k, 2 * k + 1]).sort((a, b) => place(a) - place(b))
}
