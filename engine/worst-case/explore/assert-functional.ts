import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { type Choice, WAKES, type WakeUps, wakersAtZero } from '../schedules/play.ts'
import { LocalSteps } from './local-steps.ts'
import { watchingChance } from './watch-chance.ts'

/** No more steps of a schedule are looked at: each is taken twice, on copies. */
const stepsMax = 10_000

/**
 * Carries out the beginning of a schedule that an algorithm has had, each step twice, and throws an InputError if the
 * algorithm proves to be no function of states and messages: then the schedule may be none that it can have again.
 */
export function assertFunctional(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  choices: readonly Choice[],
  wakeUps: WakeUps,
): void {
  watchingChance(() => {
    const steps = new LocalSteps(algorithm, instance)
    const states = [...steps.initial]
    const sent: number[] = []
    const take = (processor: number, trigger: number): void => {
      const { next, sends, failure } = steps.step(states[processor]!, trigger)
      if (failure !== null)
        throw new InputError(
          `${algorithm.name}: p_${processor} throws “${failure}” in one run, but not in another`,
        )
      states[processor] = next
      for (const one of sends) sent.push(one)
    }
    if (wakeUps === 'at zero') for (const p of wakersAtZero(instance)) take(p, steps.wakeUp(p))
    for (const [i, { processor, message, call }] of choices.slice(0, stepsMax).entries()) {
      const trigger =
        call !== undefined
          ? steps.asking(processor, call)
          : message === WAKES
            ? steps.wakeUp(processor)
            : sent[message]
      if (trigger === undefined || steps.triggers[trigger]!.processor !== processor)
        throw new InputError(
          `${algorithm.name}: step ${i} of a schedule, at p_${processor}, cannot be taken a second time, since other messages were sent before; what is sent may depend on states and messages alone`,
        )
      take(processor, trigger)
    }
    steps.repeat()
  })
}
