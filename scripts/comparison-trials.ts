/** Made-up results before and after a change, to measure how often a comparison raises an alarm. */
import { type Random, Streams } from '../engine/index.ts'
import { chanceOf } from '../reports/changes/chance.ts'
import { discoveries } from '../reports/changes/discoveries.ts'

interface ComparisonTrial {
  readonly costs: number
  readonly replicates: number
  /** The standard deviation of the logarithm of what a change of code multiplies the cost of a run by. */
  readonly noise: number
  /** Whether the runs are on the same instances; instances differ by ten times the noise. */
  readonly paired: boolean
  /** The factor by which the first cost changes; the others do not. */
  readonly change: number
}

/** How many of the costs are said to have changed by more than 5%: all wrongly if none did. */
export function runComparison(trial: ComparisonTrial, seed: number, index: number): number {
  const { costs, replicates, noise, paired, change } = trial
  const random = new Streams(seed).stream(`comparison ${JSON.stringify(trial)}`, index)
  const draw = () => Math.exp(noise * normal(random))
  const chances = Array.from({ length: costs }, (_, cost) => {
    const factor = cost === 0 ? change : 1
    const before = Array.from(
      { length: replicates },
      () => 1000 * Math.exp((paired ? 10 : 1) * noise * normal(random)),
    )
    const now = before.map((value) => (paired ? value : 1000) * factor * draw())
    return chanceOf({ before, now, paired }, 0.05)
  })
  return discoveries(chances, 0.05).filter(Boolean).length
}

/** A standard normal number (Box & Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(random.uniformPositive())) * Math.cos(2 * Math.PI * random.uniform())
