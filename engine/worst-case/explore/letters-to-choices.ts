import { type Choice, WAKES } from '../schedules/play.ts'
import type { LocalSteps } from './local-steps.ts'

/**
 * The schedule that processes these letters one after the other. Of equal letters in transit the oldest is meant.
 * `wakers` are the processors that wake first of all, without being chosen.
 */
export function lettersToChoices(
  steps: LocalSteps,
  wakers: readonly number[],
  letters: readonly number[],
): Choice[] {
  const states = [...steps.initial]
  const inTransit = new Map<number, number[]>()
  const choices: Choice[] = []
  let sent = 0
  const take = (letter: number): void => {
    const { processor } = steps.letters[letter]!
    const { next, sends } = steps.step(states[processor]!, letter)
    states[processor] = next
    for (const letter of sends) {
      const waiting = inTransit.get(letter)
      if (waiting === undefined) inTransit.set(letter, [sent++])
      else waiting.push(sent++)
    }
  }
  for (const processor of wakers) take(steps.wakeUp(processor))
  for (const letter of letters) {
    const { processor, channel } = steps.letters[letter]!
    const message = channel < 0 ? WAKES : inTransit.get(letter)!.shift()!
    choices.push({ processor, message })
    take(letter)
  }
  return choices
}
