import { ModelError } from '../../errors.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { Random, Streams } from '../../random.ts'

/** The coins of the processors: each has a stream of random numbers of its own, made when it first flips one. */
export class Coins {
  readonly #allowed: boolean
  readonly #streams: Streams
  readonly #coins: (Random | undefined)[] = []

  constructor({ requires }: AnyAlgorithm, streams: Streams) {
    this.#allowed = requires.coins === true
    this.#streams = streams
  }

  flip(processor: number): number {
    if (!this.#allowed)
      throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
    this.#coins[processor] ??= this.#streams.stream('coins', processor)
    return this.#coins[processor].uniform()
  }
}
