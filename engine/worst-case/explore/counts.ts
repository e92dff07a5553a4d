import { grown } from '../../typed-arrays.ts'

const INFINITE = 0x7fffffff
const NONE = -1

/**
 * For each configuration, the most and the least of each thing counted that the rest of an execution can come to. There
 * are several counts (all messages, those of one type …) and, of each, one figure for all executions and one for those of
 * each kind, if executions are told apart by what they come to.
 */
export class Counts {
  readonly counts: number
  readonly kinds: number
  readonly #width: number
  #most = new Int32Array(1 << 8)
  #least = new Int32Array(1 << 8)

  /** With 0 kinds, executions are not told apart. */
  constructor(counts: number, kinds: number) {
    this.counts = counts
    this.kinds = kinds
    this.#width = counts * (1 + kinds)
  }

  /** A configuration from which nothing is known yet. */
  begin(configuration: number): void {
    const start = configuration * this.#width
    while (start + this.#width > this.#most.length) {
      this.#most = grown(this.#most)
      this.#least = grown(this.#least)
    }
    this.#most.fill(NONE, start, start + this.#width)
    this.#least.fill(INFINITE, start, start + this.#width)
  }

  /** An execution can end in the configuration, and is then of this kind. */
  end(configuration: number, kind: number): void {
    for (let count = 0; count < this.counts; count++)
      for (const place of this.kinds === 0
        ? [this.#place(count, null)]
        : [this.#place(count, null), this.#place(count, kind)]) {
        const at = configuration * this.#width + place
        this.#most[at] = Math.max(this.#most[at]!, 0)
        this.#least[at] = 0
      }
  }

  /** If no end was found from the configuration on, the beginning of an execution that leads there is all that is known. */
  close(configuration: number): void {
    for (let count = 0; count < this.counts; count++) {
      const at = configuration * this.#width + this.#place(count, null)
      if (this.#most[at] === NONE) this.#most[at] = 0
    }
  }

  /** A step that counts `gains` leads from one configuration to another. */
  add(from: number, gains: Int32Array, to: number): void {
    const [most, least] = [this.#most, this.#least]
    const each = 1 + this.kinds
    let [a, b] = [from * this.#width, to * this.#width]
    for (let count = 0; count < this.counts; count++) {
      const gain = gains[count]!
      for (let i = 0; i < each; i++, a++, b++) {
        if (most[b] !== NONE && gain + most[b]! > most[a]!) most[a] = gain + most[b]!
        if (least[b] !== INFINITE && gain + least[b]! < least[a]!) least[a] = gain + least[b]!
      }
    }
  }

  /** The most that an execution of a kind, null for all, can still count; null if there is no such execution. */
  most(configuration: number, count: number, kind: number | null): number | null {
    const figure = this.#most[configuration * this.#width + this.#place(count, kind)]!
    return figure === NONE ? null : figure
  }

  /** The least. */
  least(configuration: number, count: number, kind: number | null): number | null {
    const figure = this.#least[configuration * this.#width + this.#place(count, kind)]!
    return figure === INFINITE ? null : figure
  }

  #place(count: number, kind: number | null): number {
    return count * (1 + this.kinds) + (kind === null ? 0 : 1 + kind)
  }
}
