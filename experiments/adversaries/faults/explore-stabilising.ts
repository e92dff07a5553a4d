import {
  exploreStabilisation,
  type Judgement,
  judgeCosts,
  type Setting,
  type StabilisationExploration,
} from '../../../engine/index.ts'
import { type FaultSetup, type FaultSubject, prepareFaults } from './setup.ts'

/** What an exploration from arbitrary states has found. */
export interface FinishedStabilisation {
  readonly subject: FaultSubject
  readonly setup: FaultSetup
  readonly found: StabilisationExploration
  /** The claims about time, of the most rounds that there are; none where there is no such number. */
  readonly judgements: readonly Judgement[]
}

/** Goes through all executions from arbitrary states, with all lies of as many as may lie. Throws an InputError. */
export async function exploreStabilising(
  setup: FaultSetup,
  options: { readonly states: number },
): Promise<FinishedStabilisation> {
  const subject = await prepareFaults(setup)
  const { algorithm, instance, model, setting } = subject
  const found = exploreStabilisation(algorithm, instance, { most: model.most, ...options })
  const full: Setting = { ...setting, instance, timing: 'synchronous', unitDelays: true, faults: model.spec }
  const judgements =
    found.rounds === null || !found.exhausted
      ? []
      : judgeCosts(algorithm, full, (measure) => (measure === 'time' ? found.rounds : null), {
          faulty: model.most,
        }).filter(({ verdict }) => verdict !== 'not checked')
  return { subject, setup, found, judgements }
}
