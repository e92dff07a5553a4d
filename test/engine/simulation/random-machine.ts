import type { Algorithm, Channel, Processor } from '../../../engine/index.ts'

/** A message of the random machine: a number that its receiver mixes into its own. */
export type Mix = { readonly type: 'even' | 'odd'; readonly value: number }

export interface MixState {
  value: number
  /** How many messages it may still send. */
  credit: number
  /** Everything it received, in order: [channel, value]. */
  readonly received: [Channel, number][]
}

const mixed = (a: number, b: number): number => Math.imul(a ^ (b + 0x9e3779b9), 0x85ebca6b) >>> 0

/**
 * An algorithm that does arbitrary things, all determined by `program`: what it sends, where, and when it
 * terminates depends on everything that it has received and in which order.
 */
export function randomMachine(program: number): Algorithm<MixState, Mix, { readonly value: number }> {
  const act = (p: Processor<Mix>, state: MixState): void => {
    const choice = mixed(state.value, program)
    const message: Mix = { type: choice & 1 ? 'odd' : 'even', value: choice }
    const fanOut = Math.min(state.credit, choice % 4)
    state.credit -= fanOut
    for (let i = 0; i < fanOut; i++) p.send(mixed(choice, i) % p.degree, message)
    if (choice % 37 === 0) p.terminate()
  }
  const receive = (p: Processor<Mix>, state: MixState, { value }: Mix, from: Channel): void => {
    state.received.push([from, value])
    state.value = mixed(mixed(state.value, value), from)
    act(p, state)
  }
  return {
    name: 'random-machine',
    requires: program % 3 === 0 ? { fifo: true } : {},
    terminates: false,
    wokenByMessage: program % 2 === 0 ? 'starts' : 'joins',
    initially: ({ value }) => ({ value, credit: 12, received: [] }),
    uponStart: act,
    uponReceiving: { even: receive, odd: receive },
  }
}
