import { formulaOf, formulaValue } from '../../../claims/value.ts'
import { InputError } from '../../../errors.ts'
import type { AnyAlgorithm, Finding, Outcome } from '../../../model/index.ts'
import { shapesOf } from '../../../simulation/machine/requirements.ts'
import { type Circumstances, delaysAmong, roundedUncertainty, shifted } from './circumstances.ts'
import { type GivenRun, runGiven } from './given-run.ts'
import { sameViews } from './views.ts'

/** One of the executions that no processor can tell from the first. */
export interface ShiftedExecution {
  /** So many processors, p_0 and those after it, are left in their place; all others are later by u. Of the first, all. */
  readonly left: number
  /** The largest difference of two adjusted clocks in the end; null if the execution did not end. */
  readonly skew: number | null
  readonly outcome: Outcome
  /** Whether all see the same as in the first; else who does not. */
  readonly alike: Finding
  /** Whether its record is that of an execution of the algorithm, with all delays in [1 − u, 1]; else what is wrong. */
  readonly legal: Finding
  readonly lines: readonly string[]
}

/** n executions, in one of which clocks are at least as far apart as the theorem says. */
export interface ForcedSkew {
  readonly n: number
  readonly uncertainty: number
  /** The least skew that an algorithm can promise, u(1 − 1/n). */
  readonly bound: number
  readonly executions: readonly ShiftedExecution[]
  /** The one in which clocks are farthest apart. */
  readonly worst: ShiftedExecution
  /** Whether all executions ended, are legal and look alike, so that the proof applies. */
  readonly sound: boolean
}

/** How the executions are made; all of it has a default. */
export interface ForcedSkewOptions {
  /** u; the largest delay is 1. Default: 0.5. Rounded to a multiple of 2^−14. */
  readonly uncertainty?: number
  /** By how much each clock is ahead at first, in the execution that is shifted. Default: by nothing. */
  readonly ahead?: readonly number[]
  /** The user's module that has the algorithm, for the records. Default: null, the catalogue's. */
  readonly module?: string | null
}

/**
 * The lower bound for clock synchronisation, carried out against any algorithm: no skew below u(1 − 1/n) can be promised
 * where delays are in [d − u, d]. Attiya & Welch, 2nd edition, section 6.3; Lundelius & Lynch 1984.
 *
 * In the first execution, messages to processors of larger index take d − u, all others d. Those from p_k on are then moved to
 * a later time by u, for k from 1 to n − 1: what p_i, i < k, sends to p_j, j ≥ k, now takes d, and what comes back d − u. All
 * these delays are allowed, and nobody can tell. So all set their clocks as before, but those of p_(k−1) and p_k are now
 * farther apart by u, in one direction. Let e be the largest skew of all. Then A_n−1 ≤ A_0 + e in the first execution, and
 * A_(k−1) + u ≤ A_k + e in the k-th: in sum, (n − 1) u ≤ n e.
 *
 * Nothing of this is taken on trust. All executions are run, each processor's view is compared with that in the
 * first, and each record is verified. Throws an InputError if the theorem is not about this algorithm.
 */
export function forceSkew(algorithm: AnyAlgorithm, n: number, options: ForcedSkewOptions = {}): ForcedSkew {
  assertSynchronises(algorithm, n)
  const u = roundedUncertainty(options.uncertainty ?? 0.5)
  const { ahead = new Array<number>(n).fill(0), module = null } = options
  if (ahead.length !== n) throw new InputError(`there are ${ahead.length} clocks for ${n} processors`)
  const first: Circumstances = {
    bounds: { min: 1 - u, max: 1 },
    delays: delaysAmong(n, (from, to) => (from < to ? 1 - u : 1)),
    ahead: ahead.map((by) => by + u),
    wakeTimes: new Array<number>(n).fill(0),
    asked: [],
  }
  const original = runGiven(algorithm, first, module)
  const executions = Array.from({ length: n }, (_, k) => {
    const later = ahead.map((_, p) => (k > 0 && p >= k ? u : 0))
    const run = k === 0 ? original : runGiven(algorithm, shifted(first, later), module)
    return described(algorithm, run, k === 0 ? n : k, sameViews(original.views, run.views))
  })
  const worst = executions.reduce((a, b) => ((b.skew ?? -1) > (a.skew ?? -1) ? b : a))
  const sound = executions.every(
    ({ skew, alike, legal }) => skew !== null && alike === true && legal === true,
  )
  return { n, uncertainty: u, bound: skewBound(n, u), executions, worst, sound }
}

function described(algorithm: AnyAlgorithm, run: GivenRun, left: number, alike: Finding): ShiftedExecution {
  const { execution, lines, verification } = run
  const { outcome, final } = execution
  const ended = outcome.kind === 'terminated' || outcome.kind === 'quiescent'
  const skew = ended ? algorithm.columns!.skew!.read(final) : null
  if (typeof skew !== 'number' && skew !== null)
    throw new InputError(
      `${algorithm.name}: the column skew gives ${JSON.stringify(skew)}; it must be a number`,
    )
  const { first_error: wrong } = verification
  return { left, skew, outcome, alike, legal: wrong === null ? true : wrong.problem, lines }
}

/** Throws unless an algorithm synchronises clocks on a complete network, in executions that end by themselves. */
function assertSynchronises(algorithm: AnyAlgorithm, n: number): void {
  const { name, requires, columns, stopWhen, uponRound, service } = algorithm
  const fail = (problem: string): never => {
    throw new InputError(`the lower bound for clocks is about ${problem}`)
  }
  if (!(Number.isSafeInteger(n) && n >= 2)) fail(`n ≥ 2 processors; here n = ${n}`)
  if (requires.clocks !== true || columns?.skew === undefined)
    fail(
      `algorithms that synchronise clocks: requires: { clocks: true } and columns: { skew: clockSkew(…) }; ${name} has ${requires.clocks === true ? 'no such column' : 'no clocks'}`,
    )
  const shapes = shapesOf(requires)
  if (shapes.length > 0 && !shapes.includes('complete'))
    fail(`complete networks; ${name} requires a network of shape ${shapes.join(' or ')}`)
  if (stopWhen !== undefined || uponRound !== undefined || service !== undefined)
    fail(
      `algorithms driven by messages and timers, which end by themselves and are not asked; ${name} is none`,
    )
}

const theorem = 'u (1 - 1/n)'

/** The theorem's bound, as text. */
export const skewTheorem = formulaOf(theorem).text

/** Its value for n processors and an uncertainty. */
const skewBound = (n: number, u: number): number => formulaValue(theorem, (name) => (name === 'n' ? n : u))
