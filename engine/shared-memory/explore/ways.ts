import { grown } from '../../typed-arrays.ts'

/** How configurations were found first: from which other one, by which move. */
export class Ways {
  #parents = new Uint32Array(1 << 12)
  #moves = new Uint16Array(1 << 12)

  found(at: number, from: number, move: number): void {
    if (at >= this.#parents.length) {
      this.#parents = grown(this.#parents)
      this.#moves = grown(this.#moves)
    }
    this.#parents[at] = from
    this.#moves[at] = move
  }

  /** The moves from the first configuration, 0, to this one. */
  to(at: number): number[] {
    const moves: number[] = []
    for (let here = at; here !== 0; here = this.#parents[here]!) moves.push(this.#moves[here]!)
    return moves.reverse()
  }
}
