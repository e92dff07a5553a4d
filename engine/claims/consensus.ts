/**
 * The consensus problem: every processor has an input and decides once, so that there is agreement, validity and
 * termination. Attiya & Welch, sections 5.1.1 and 5.2.2.
 */
import type { ConfigurationView } from '../model/index.ts'
import {
  correctProcessorsAgree,
  everyCorrectProcessor,
  isFaulty,
  processorsAgree,
} from './correct-processors.ts'
import { always, type Check, eventually } from './properties.ts'

/** The state of a processor, as far as the problem is concerned. */
export interface Deciding {
  /** What it has decided; null as long as it has not. */
  decided: number | null
}

function decision({ decided }: Deciding): number | null {
  return decided
}

/** The conditions that a solution of the consensus problem satisfies. */
export const consensus = {
  /** No two correct processors decide differently. */
  agreement: always<Deciding>(correctProcessorsAgree(decision, 'decide')),

  /** No two processors decide differently, not even those that fail afterwards. */
  uniformAgreement: always<Deciding>(processorsAgree(decision, 'decide')),

  /** Every correct processor decides. */
  termination: eventually<Deciding>(everyCorrectProcessor(({ decided }) => decided !== null, 'decides')),

  /** What a correct processor decides is the input of some processor; for faults without lies. */
  validity: always<Deciding>(
    correctDecisions((value, { instance }) =>
      Array.from(instance.values).includes(value) ? null : 'which is nobody’s input',
    ),
  ),

  /** If all correct processors have the same input, they decide it; for Byzantine faults. */
  strongValidity: always<Deciding>(
    correctDecisions((value, configuration) => {
      const { instance } = configuration
      const inputs = Array.from(instance.values).filter((_, p) => !isFaulty(configuration, p))
      const [first] = inputs
      return first === value || inputs.some((input) => input !== first)
        ? null
        : `but all correct processors have the input ${first}`
    }),
  ),
} as const

/** Checks every decision of a correct processor; `problem` says what is wrong with one, null if nothing is. */
function correctDecisions(
  problem: (value: number, configuration: ConfigurationView<Deciding>) => string | null,
): Check<Deciding> {
  const look = (configuration: ConfigurationView<Deciding>, p: number): true | string => {
    const { decided } = configuration.states[p]!
    if (decided === null || isFaulty(configuration, p)) return true
    const found = problem(decided, configuration)
    return found === null || `p_${p} decides ${decided}, ${found}`
  }
  const check = (configuration: ConfigurationView<Deciding>): true | string => {
    for (let p = 0; p < configuration.states.length; p++) {
      const found = look(configuration, p)
      if (found !== true) return found
    }
    return true
  }
  return Object.assign(check, {
    follow: (configuration: ConfigurationView<Deciding>) => (p: number) => look(configuration, p),
  })
}
