import {
  type AnyAlgorithm,
  assertForcible,
  type ComputedInstance,
  forceMessages,
  InputError,
  openEdgeTheorem,
} from '../../../engine/index.ts'
import { describeOutcome } from '../detail.ts'
import { choiceWords } from './choices.ts'
import { judgedBeside } from './judge.ts'
import { recordForced } from './record-forced.ts'
import type { WorstCaseFinder } from './worst-case.ts'

/**
 * Carries out the proof of the lower bound for election on asynchronous rings. The messages are those of an execution
 * that was checked; the theorem bounds those that were received while an edge was open.
 */
export const findByForce: WorstCaseFinder = (algorithm, { instance }) => {
  const ids = Array.from(instance.ids)
  const found = forceMessages(algorithm, ids.length, { ids })
  const recorded = recordForced(algorithm, found)
  const { outcome, measures, final } = recorded.execution
  const setting = {
    instance: recorded.instance,
    timing: 'asynchronous',
    unitDelays: false,
    identifiers: 'given',
  } as const
  return {
    outcome: outcome.kind,
    reason: describeOutcome(outcome, algorithm) || null,
    messages: { cost: measures.messages, setting, final },
    // The adversary makes for messages; how long it could make them take, nobody asked.
    time: null,
    others: judgedBeside(recorded.judgements),
    extra: {
      chosen: choiceWords(['schedule']),
      open_messages: found.forced,
      lower_bound: found.bound,
      lower_bound_verdict: found.forced >= found.bound ? 'held' : 'violated',
      lower_bound_theorem: openEdgeTheorem,
    },
  }
}

/** Throws an InputError unless the theorem is about this algorithm on networks like this. */
export function assertHasForcedCase(algorithm: AnyAlgorithm, { network, wakeTimes }: ComputedInstance): void {
  if (network.details.orientation !== 'ring')
    throw new InputError('worst cases are forced on rings only; take topology ring, its channels as built')
  if (Array.from(wakeTimes).some((time) => time !== 0))
    throw new InputError('worst cases are forced where all wake at time 0; take wake-up all')
  assertForcible(algorithm, network.n)
}
