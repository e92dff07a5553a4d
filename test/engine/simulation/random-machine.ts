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

/** Acts on what the state has become: sends, flips a coin, terminates. */
function act(program: number, p: Processor<Mix>, state: MixState): void {
  if (program % 5 === 0) state.value = mixed(state.value, Math.floor(p.random() * 1e6))
  if (program % 7 === 0 && p.degree > 0) state.value = mixed(state.value, p.weight(state.value % p.degree))
  const choice = mixed(state.value, program)
  const message: Mix = { type: choice & 1 ? 'odd' : 'even', value: choice }
  const fanOut = Math.min(state.credit, choice % 4)
  state.credit -= fanOut
  for (let i = 0; i < fanOut; i++) p.send(mixed(choice, i) % p.degree, message)
  if (choice % 37 === 0) p.terminate()
}

function receive(state: MixState, { value }: Mix, from: Channel): void {
  state.received.push([from, value])
  state.value = mixed(mixed(state.value, value), from)
}

/** What the machines of both styles have in common. */
const common = (program: number) =>
  ({
    name: 'random-machine',
    requires: {
      ...(program % 3 === 0 ? ({ fifo: true } as const) : {}),
      ...(program % 7 === 0 ? ({ weights: true } as const) : {}),
      ...(program % 5 === 0 ? ({ coins: true } as const) : {}),
    },
    terminates: false,
    wokenByMessage: program % 2 === 0 ? 'starts' : 'joins',
    initially: ({ value }: { value: number }): MixState => ({ value, credit: 12, received: [] }),
    uponStart: (p: Processor<Mix>, state: MixState) => act(program, p, state),
    stable: ({ value, credit }: MixState) => (program % 2 === 0 ? { credit } : { value, credit }),
    uponRecovery: (p: Processor<Mix>, state: MixState) => act(program + 35, p, state),
    stabilises: {
      arbitrarily: (_: unknown, choose: (count: number) => number) =>
        program % 2 === 0 ? { credit: choose(13) } : { value: choose(1000), credit: choose(5) },
      legitimate: () => true as const,
    },
  }) as const

/**
 * An algorithm that does arbitrary things, all determined by `program`: what it sends, where, and when it
 * terminates depends on everything that it has received and in which order.
 */
export function randomMachine(program: number): Algorithm<MixState, Mix, { readonly value: number }> {
  const handle = (p: Processor<Mix>, state: MixState, message: Mix, from: Channel): void => {
    receive(state, message, from)
    act(program, p, state)
  }
  return { ...common(program), uponReceiving: { even: handle, odd: handle } }
}

/** The same in rounds. */
export function randomRoundMachine(program: number): Algorithm<MixState, Mix, { readonly value: number }> {
  return {
    ...common(program),
    uponRound(p, state, inbox) {
      for (const { message, from } of inbox) receive(state, message, from)
      act(program, p, state)
    },
  }
}
