import { actionsOf, sessionsIn } from '../../../claims/special-actions.ts'
import { formulaOf, formulaValue } from '../../../claims/value.ts'
import { InputError } from '../../../errors.ts'
import { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Finding } from '../../../model/index.ts'
import { assertRequirements } from '../../../simulation/machine/requirements.ts'
import { graphFromChannels } from '../../../topology/stored-graph.ts'
import { assertRunsOn } from '../../assert-runs-on.ts'
import { type LockstepStep, lockstep } from './lockstep.ts'
import { recordSteps } from './record-steps.ts'

/** What became of the lower bound for sessions. */
export interface ForcedSessions {
  readonly n: number
  readonly sessions: number
  /** (s − 1) D. */
  readonly bound: number
  /** When the last action is done if all wake at 0 and every delay is 1. */
  readonly took: number
  /** The same steps in another order, with fewer sessions; null if the algorithm is not too fast. */
  readonly reordered: Reordered | null
}

/** An execution with too few sessions. */
interface Reordered {
  readonly sessions: number
  /** Whether its record is that of an execution of the algorithm; else what is wrong. */
  readonly legal: Finding
  readonly lines: readonly string[]
}

/**
 * The lower bound for the session problem, carried out against any algorithm: in the asynchronous model, s sessions take
 * (s − 1) D units of time. Attiya & Welch, 2nd edition, section 6.2.2; Arjomandi, Fischer & Lynch 1983. Here the network is a path of n
 * processors, with D = n − 1.
 *
 * All wake at 0 and every delay is 1. If the last action is done before (s − 1) D, cut the execution into s − 1 parts of D units each.
 * In a part, what happens at one end of the path cannot have an effect at the other. So in the first, what follows from steps
 * of the one end can be put off to after all else, with all steps of the other end; in the second, what follows from the other end;
 * and so on in turn. Nobody can tell. Between the middles of two parts that follow each other, one end takes no step at all, so each session must have
 * the middle of a part in it, and there are at most s − 1.
 */
export function forceFewSessions(
  algorithm: AnyAlgorithm,
  n: number,
  s: number,
  module: string | null = null,
): ForcedSessions {
  const actions = actionsOf(algorithm.columns)
  assertSubject(algorithm, n, s, actions !== null)
  const instance = new ComputedInstance(pathOf(n))
  assertRequirements(algorithm, instance, 'asynchronous')
  const steps = lockstep(algorithm, instance, actions!)
  if (steps === null)
    throw new InputError(
      `the lower bound for sessions is about executions that end; that of ${algorithm.name} goes on`,
    )
  const bound = formulaValue(theorem, (name) => (name === 's' ? s : n - 1))
  const took = steps.reduce((latest, { round, acts }) => (acts > 0 ? Math.max(latest, round) : latest), 0)
  if (took >= bound) return { n, sessions: s, bound, took, reordered: null }
  const order = reordered(steps, n, s)
  const { legal, lines } = recordSteps(algorithm, instance, order, module)
  const actors = order.flatMap(({ processor, acts }) => new Array<number>(acts).fill(processor))
  return { n, sessions: s, bound, took, reordered: { sessions: sessionsIn(actors, n), legal, lines } }
}

/** In each part, first what does not follow from a step of one end, then what does; the ends take turns. */
function reordered(steps: readonly LockstepStep[], n: number, s: number): readonly LockstepStep[] {
  const partOf = ({ round }: LockstepStep): number => Math.min(s - 1, Math.floor(round / (n - 1)))
  return Array.from({ length: s }, (_, part) => {
    const own = steps.filter((step) => partOf(step) === part)
    if (part === s - 1) return own
    const late = consequences(own, part % 2 === 0 ? 0 : n - 1)
    return [...own.filter((step) => !late.has(step)), ...late]
  }).flat()
}

/** The steps of a processor among these, and all that follow from them, in order. */
function consequences(steps: readonly LockstepStep[], processor: number): ReadonlySet<LockstepStep> {
  const [late, processors, messages] = [new Set<LockstepStep>(), new Set([processor]), new Set<number>()]
  for (const step of steps) {
    if (!processors.has(step.processor) && !messages.has(step.message)) continue
    late.add(step)
    processors.add(step.processor)
    for (const i of step.sent.keys()) messages.add(step.firstSent + i)
  }
  return late
}

const pathOf = (n: number) =>
  graphFromChannels(
    n,
    Array.from({ length: n - 1 }, (_, i) => i),
    Array.from({ length: n - 1 }, (_, i) => i + 1),
    { diameter: n - 1 },
  )

function assertSubject(algorithm: AnyAlgorithm, n: number, s: number, acts: boolean): void {
  const { name, service } = algorithm
  const fail = (problem: string): never => {
    throw new InputError(`the lower bound for sessions is about ${problem}`)
  }
  if (!(Number.isSafeInteger(n) && n >= 2)) fail(`n ≥ 2 processors; here n = ${n}`)
  if (!(Number.isSafeInteger(s) && s >= 1)) fail(`s ≥ 1 sessions; here s = ${s}`)
  if (!acts)
    fail(
      `algorithms that say how often each processor has acted: columns: { actions: specialActions((state) => …) }; ${name} does not`,
    )
  if (service !== undefined)
    fail(`algorithms that are not asked for anything; ${name} offers ${service.name}`)
  assertRunsOn(algorithm, 'the lower bound for sessions')
}

const theorem = '(s - 1) D'

/** The theorem's bound, as text. */
export const sessionsTheorem = formulaOf(theorem).text
