import type { Family } from './curves.ts'
import { Fitter } from './fitter.ts'
import type { Place } from './growth-class.ts'
import type { Observed } from './noise.ts'

/** Which places are held out: a third of the sizes, the largest, but so that three are left; by m at a single n. */
export function heldOut(places: readonly Place[]): boolean[] {
  const by = places.every(({ n }) => n === places[0]!.n) ? 'm' : 'n'
  const sizes = [...new Set(places.map((place) => place[by]))].sort((a, b) => a - b)
  const held = Math.max(1, Math.min(Math.floor(sizes.length / 3), sizes.length - 3))
  const from = sizes[sizes.length - held]!
  return places.map((place) => place[by] >= from)
}

/** The root mean square error, as a fraction, with which the best curve for the other places predicts those held out. */
export function holdOutError(
  observed: Observed,
  families: readonly Family[],
  held: readonly boolean[],
): number {
  const { level, weights } = observed
  const trainer = new Fitter(weights.map((weight, i) => (held[i] ? 0 : weight)))
  const levels = trainer.shape(level)
  const { curve } = trainer.bestOf(levels, families)
  const shift = trainer.mean(level) - trainer.mean(curve)
  const squares = [...level].flatMap((x, i) => (held[i] ? [(x - curve[i]! - shift) ** 2] : []))
  return Math.expm1(Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length))
}
