import { ModelError } from '../errors.ts'
import type { AnyAlgorithm, Channel, Crossing, Message, Processor } from '../model/index.ts'
import { noChannel } from '../simulation/machine/actions.ts'
import { oracle } from '../simulation/machine/oracle.ts'
import { timerProblem } from '../simulation/machine/timers.ts'
import type { Sending, SetTimer, StepInput } from './step.ts'

/** Where what handlers do is noted. */
interface Effects {
  readonly sent: Sending[]
  readonly marks: string[]
  readonly cross: (crossing: Crossing) => void
  readonly set: (timer: SetTimer) => void
}

/** The processor as handlers see it; `during` throws once they have run. */
export function handle(
  algorithm: AnyAlgorithm,
  { degree, random, weight, clock, detected, sends }: StepInput,
  { sent, marks, cross, set }: Effects,
  during: () => void,
  terminate: () => void,
): Processor {
  const { requires, uponReceiving } = algorithm
  const send = (channel: Channel, message: Message): void => {
    during()
    if (!Number.isInteger(channel) || channel < 0 || channel >= degree)
      throw new ModelError(noChannel(channel, degree))
    if (uponReceiving !== undefined && !Object.hasOwn(uponReceiving, message.type))
      throw new ModelError(`sends ⟨${message.type}⟩, for which the algorithm has no handler`)
    sent.push({ channel, message })
    sends?.(message)
  }
  return {
    degree,
    send,
    sendToAll(message) {
      for (let channel = 0; channel < degree; channel++) send(channel, message)
    },
    sendToAllExcept(excepted, message) {
      for (let channel = 0; channel < degree; channel++) if (channel !== excepted) send(channel, message)
    },
    terminate() {
      during()
      terminate()
    },
    mark(name) {
      during()
      if (algorithm.marks?.includes(name) !== true)
        throw new ModelError(`makes the mark “${name}”, which the algorithm does not list`)
      marks.push(name)
    },
    weight(channel) {
      during()
      if (!Number.isInteger(channel) || channel < 0 || channel >= degree)
        throw new ModelError(noChannel(channel, degree, 'reads the weight of'))
      const found = requires.weights === undefined ? undefined : weight(channel)
      if (found !== undefined) return found
      throw new ModelError('reads a weight, but the algorithm does not declare requires: { weights: true }')
    },
    respond(result) {
      cross({ kind: 'response', ...(result !== undefined && { result }) })
    },
    output(output, value) {
      cross({ kind: 'output', output, ...(value !== undefined && { value }) })
    },
    clock() {
      during()
      if (requires.clocks === true && clock !== undefined) return clock
      throw new ModelError('reads its clock, but the algorithm does not declare requires: { clocks: true }')
    },
    setTimer(name, duration) {
      during()
      const problem = timerProblem(algorithm, name, duration)
      if (problem !== null) throw new ModelError(problem)
      set({ name, duration })
    },
    ...oracle(algorithm, () => detected, during),
    random() {
      during()
      if (requires.coins !== true)
        throw new ModelError('flips a coin, but the algorithm does not declare requires: { coins: true }')
      return random()
    },
  }
}
