import { type DecisionProcess, statesOf } from './decision-process.ts'

/** A number that is known to lie between two others, up to the rounding of floating-point numbers. */
export interface Bracket {
  readonly lower: number
  readonly upper: number
}

/** What is to be found of a process. */
export interface Sought {
  /** Whether whoever chooses wants much or little. */
  readonly sense: 'max' | 'min'
  /** By choice, what it costs, 0 or more. Default: nothing. */
  readonly costs?: ArrayLike<number>
  /** By state without choices, what is had at the end. Default: nothing. */
  readonly gains?: ArrayLike<number>
  /** How far apart the bounds may be, in proportion to the value. Default: 1e-9. */
  readonly tolerance?: number
}

/** Sweeps over all states; after so many there is no value that can be found. */
const sweepsMax = 1_000_000

/**
 * The largest or least expected sum of costs and gains from the first state on, over all ways to choose. It is infinite where
 * costs can be paid for ever, which `endlessChoices` tells; then nothing is found here.
 *
 * The values are the least fixed point of Bellman's equations (Puterman 1994, chapter 7). Value iteration comes to it from
 * below; what it has found, a little enlarged, is a bound from above once another sweep enlarges it nowhere, by the theorem of
 * Knaster and Tarski (optimistic value iteration: Hartmanns & Kaminski 2020). Throws a RangeError if the bounds do not meet.
 */
export function extremeValue(mdp: DecisionProcess, sought: Sought): Bracket {
  const { tolerance = 1e-9 } = sought
  const values = new Float64Array(statesOf(mdp))
  const sweep = sweepOf(mdp, sought)
  let sweeps = 0
  for (let small = tolerance; sweeps < sweepsMax; small /= 8) {
    let change: number
    do change = sweep(values).rise
    while (change > small && ++sweeps < sweepsMax)
    const upper = boundAbove(values, sweep, tolerance, 1000 + sweeps)
    if (upper !== null && upper - values[0]! <= tolerance * upper) return { lower: values[0]!, upper }
  }
  throw new RangeError(`no value is found after ${sweepsMax} sweeps`)
}

/** How far a sweep has raised and lowered values, at most, each in proportion to it. */
interface Swept {
  readonly rise: number
  readonly fall: number
}

/** One sweep: every state takes the value that its best choice has now. The last states come first: runs end there. */
function sweepOf(mdp: DecisionProcess, sought: Sought): (values: Float64Array) => Swept {
  const { choices, outcomes, to, probabilities } = mdp
  const isMax = sought.sense === 'max'
  const none = isMax ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const costs = Float64Array.from({ length: outcomes.length - 1 }, (_, choice) => sought.costs?.[choice] ?? 0)
  const gains = Float64Array.from({ length: statesOf(mdp) }, (_, state) => sought.gains?.[state] ?? 0)
  return (values) => {
    let rise = 0
    let fall = 0
    let end = outcomes.length - 1
    for (let state = values.length - 1; state >= 0; state--) {
      const first = choices[state]!
      let best = first === end ? gains[state]! : none
      for (let choice = first; choice < end; choice++) {
        let value = costs[choice]!
        const last = outcomes[choice + 1]!
        for (let outcome = outcomes[choice]!; outcome < last; outcome++)
          value += probabilities[outcome]! * values[to[outcome]!]!
        if (isMax ? value > best : value < best) best = value
      }
      end = first
      const before = values[state]!
      if (best > before) rise = Math.max(rise, (best - before) / best)
      else if (best < before) fall = Math.max(fall, (before - best) / before)
      values[state] = best
    }
    return { rise, fall }
  }
}

/** A bound from above for the value of the first state, a little above what was found from below; null if none is in sight. */
function boundAbove(
  found: Float64Array,
  sweep: (values: Float64Array) => Swept,
  tolerance: number,
  sweepsLeft: number,
): number | null {
  // By half of what is allowed: where choices can be made for ever, it stays as it is, and elsewhere it may rise before it falls.
  const values = found.map((value) => value * (1 + tolerance / 2))
  for (let sweeps = 0; sweeps < sweepsLeft; sweeps++) {
    const { rise, fall } = sweep(values)
    if (rise <= rounding) return values[0]!
    if (fall === 0) return null
  }
  return null
}

/** What sums of a few products of floating-point numbers may be off by. */
const rounding = 1e-15
