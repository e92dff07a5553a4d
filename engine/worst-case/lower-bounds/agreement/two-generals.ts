import { InputError } from '../../../errors.ts'
import { FaultPlan } from '../../../faults/index.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Outcome } from '../../../model/index.ts'
import { runScript, type ScriptedRun } from '../../resilience/index.ts'

/** An execution of the chain: which messages get lost, the inputs, and what comes of it. */
interface GeneralsLink {
  readonly values: readonly [number, number]
  /** What these send in this round is lost, and all that is sent later. */
  readonly round: number
  readonly senders: readonly number[]
  readonly decisions: readonly (number | null)[]
  readonly outcome: Outcome
}

/** The executions of the chain, in their order. */
export interface TwoGenerals {
  /** How many messages arrive in the first execution. */
  readonly messages: number
  readonly links: readonly GeneralsLink[]
  /** The place of the first that breaks a property; null if none does. */
  readonly broken: number | null
}

const roundsMax = 200

/**
 * The proof that two generals cannot agree over channels that lose messages (Gray 1978), against an algorithm: from the execution
 * with inputs 1 in which all messages arrive, the last message is taken away, then the one before it, until none arrives; then
 * one input after the other becomes 0. Whoever sent the message that is lost, or has not changed its input, cannot tell the
 * difference. Throws an InputError where the theorem says nothing.
 */
export function twoGenerals(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  identifiers: string,
): TwoGenerals {
  if (instance.network.n !== 2)
    throw new InputError(`the theorem is about n = 2; here n = ${instance.network.n}`)
  const look = (
    values: readonly [number, number],
    round: number,
    senders: readonly number[],
  ): GeneralsLink => {
    const { execution } = runScript(algorithm, generalsRun(instance, { values, round, senders }, identifiers))
    const decisions = execution.final.states.map(
      (state) => (state as { decided?: number | null }).decided ?? null,
    )
    return { values, round, senders, decisions, outcome: execution.outcome }
  }
  const first = generalsRun(instance, { values: [1, 1], round: roundsMax, senders: [] }, identifiers)
  const { measures, outcome } = runScript(algorithm, first).execution
  if (outcome.kind === 'budget') throw new InputError(`${algorithm.name} does not end in ${roundsMax} rounds`)
  const links = [look([1, 1], measures.time, [])]
  for (let round = measures.time - 1; round >= 0; round--)
    links.push(look([1, 1], round, [0]), look([1, 1], round, [0, 1]))
  links.push(look([0, 1], 0, [0, 1]), look([0, 0], 0, [0, 1]))
  const broken = links.findIndex((link) => link.outcome.kind === 'violated')
  return { messages: measures.messages, links, broken: broken < 0 ? null : broken }
}

/** An execution of the chain that is about to begin. */
export function generalsRun(
  given: ComputedInstance,
  { values, round, senders }: Pick<GeneralsLink, 'values' | 'round' | 'senders'>,
  identifiers: string,
): ScriptedRun {
  const instance = given.with({ values })
  const strikes = (sender: number, _: number, time: number) =>
    time > round || (time === round && senders.includes(sender)) ? ('lost' as const) : null
  return {
    instance,
    plan: new FaultPlan([{ strikes }]),
    setting: {
      ...{ instance, timing: 'synchronous', unitDelays: true, identifiers },
      ...{ faults: `loss:rate=1,row=${roundsMax * 10}`, beyond: 'messages are lost for ever' },
    },
  }
}
