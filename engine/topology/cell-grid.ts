/** Points of the unit square sorted into square cells, so that near ones are found without looking at all. */
export class CellGrid {
  readonly n: number
  /** The points cell by cell. */
  readonly order: Uint32Array
  readonly #coordinates: Float64Array
  /** The coordinates in that order, so that what is near in the plane is near in memory. */
  readonly #ordered: Float64Array
  /** Cells per side; at most about one cell per point. */
  readonly #side: number
  readonly #starts: Uint32Array

  /** `coordinates` holds x and y in turn; `distance` is the one that searches will mostly be for. */
  constructor(coordinates: Float64Array, distance: number) {
    this.n = coordinates.length / 2
    this.#coordinates = coordinates
    this.#side = Math.max(1, Math.floor(Math.min(1 / distance, Math.sqrt(this.n))))
    this.#starts = new Uint32Array(this.#side ** 2 + 1)
    for (let p = 0; p < this.n; p++) this.#starts[this.#cell(p) + 1]!++
    for (let cell = 0; cell < this.#side ** 2; cell++) this.#starts[cell + 1]! += this.#starts[cell]!
    const next = this.#starts.slice()
    this.order = new Uint32Array(this.n)
    this.#ordered = new Float64Array(2 * this.n)
    for (let p = 0; p < this.n; p++) {
      const place = next[this.#cell(p)]!++
      this.order[place] = p
      this.#ordered[2 * place] = coordinates[2 * p]!
      this.#ordered[2 * place + 1] = coordinates[2 * p + 1]!
    }
  }

  /** Calls `visit` for every other point at most `distance` from p, with the square of its distance. */
  forEachWithin(p: number, distance: number, visit: (q: number, squared: number) => void): void {
    const x = this.#coordinates[2 * p]!
    const y = this.#coordinates[2 * p + 1]!
    const left = this.#index(x - distance)
    const right = this.#index(x + distance)
    const top = this.#index(y + distance)
    for (let row = this.#index(y - distance); row <= top; row++) {
      // The cells of one row from left to right lie side by side.
      const end = this.#starts[row * this.#side + right + 1]!
      for (let i = this.#starts[row * this.#side + left]!; i < end; i++) {
        const dx = this.#ordered[2 * i]! - x
        const dy = this.#ordered[2 * i + 1]! - y
        const squared = dx * dx + dy * dy
        if (squared <= distance * distance && this.order[i] !== p) visit(this.order[i]!, squared)
      }
    }
  }

  #cell(p: number): number {
    return this.#index(this.#coordinates[2 * p + 1]!) * this.#side + this.#index(this.#coordinates[2 * p]!)
  }

  #index(coordinate: number): number {
    return Math.min(this.#side - 1, Math.max(0, Math.floor(coordinate * this.#side)))
  }
}
