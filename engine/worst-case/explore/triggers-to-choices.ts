import { type Choice, INVOKES, WAKES } from '../schedules/play.ts'
import type { LocalSteps } from './local-steps.ts'

/**
 * The schedule of triggers of which those of `wakers`, who wake at time 0, come first: without their wake-ups, but with how
 * many have woken, if nothing else has happened.
 */
export function scheduleOf(
  steps: LocalSteps,
  wakers: readonly number[],
  triggers: readonly number[],
): { readonly choices: readonly Choice[]; readonly woken?: number } {
  const choices = triggersToChoices(steps, wakers, triggers.slice(wakers.length))
  return choices.length === 0 && triggers.length <= wakers.length
    ? { choices, woken: triggers.length }
    : { choices }
}

/**
 * The schedule that processes these triggers one after the other. Of equal triggers in transit the oldest is meant; a
 * wake-up of a processor that is awake is none.
 * `wakers` are the processors that wake first of all, without being chosen.
 */
function triggersToChoices(
  steps: LocalSteps,
  wakers: readonly number[],
  triggers: readonly number[],
): Choice[] {
  const states = [...steps.initial]
  const inTransit = new Map<number, number[]>()
  const choices: Choice[] = []
  let sent = 0
  const take = (trigger: number): void => {
    const { processor } = steps.triggers[trigger]!
    const { next, sends } = steps.step(states[processor]!, trigger)
    states[processor] = next
    for (const trigger of sends) {
      const waiting = inTransit.get(trigger)
      if (waiting === undefined) inTransit.set(trigger, [sent++])
      else waiting.push(sent++)
    }
  }
  for (const processor of wakers) take(steps.wakeUp(processor))
  for (const trigger of triggers) {
    const { processor, channel, call } = steps.triggers[trigger]!
    if (call !== undefined) {
      choices.push({ processor, message: INVOKES, call })
      take(trigger)
      continue
    }
    if (channel < 0 && steps.states[states[processor]!]!.status !== 'asleep') continue
    const message = channel < 0 ? WAKES : inTransit.get(trigger)!.shift()!
    choices.push({ processor, message })
    take(trigger)
  }
  return choices
}
