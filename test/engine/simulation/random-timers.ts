import type { Algorithm, Channel, Processor } from '../../../engine/index.ts'
import { type Mix, type MixState, randomMachine } from './random-machine.ts'

interface State extends MixState {
  /** How many timers it may still set. */
  timers: number
}

/** The random machine of a program, which reads its clock and sets timers, and does something when they go off. */
export function randomTimers(program: number): Algorithm<State, Mix, { readonly value: number }> {
  const machine = randomMachine(program) as Required<ReturnType<typeof randomMachine>>
  const set = (p: Processor<Mix>, state: State): void => {
    if (state.timers === 0) return
    state.timers--
    const reading = p.clock()
    p.setTimer(state.value % 2 === 0 ? 'soon' : 'late', 0.25 * (1 + (state.value % 7)))
    state.value = (state.value + Math.floor(8 * reading)) >>> 0
  }
  const receive =
    (type: 'even' | 'odd') => (p: Processor<Mix>, state: State, message: Mix, from: Channel) => {
      machine.uponReceiving[type](p, state, message as never, from)
      if (state.value % 3 !== 0) set(p, state)
    }
  const goOff = (by: number) => (p: Processor<Mix>, state: State) => {
    state.value = (31 * state.value + by) >>> 0
    if (state.credit > 0 && p.degree > 0) {
      state.credit--
      p.send(state.value % p.degree, { type: 'even', value: state.value })
    }
    if (state.value % 5 !== 0) set(p, state)
    if (state.value % 43 === 0) p.terminate()
  }
  return {
    name: 'random-timers',
    requires: { ...machine.requires, clocks: true },
    terminates: false,
    wokenByMessage: machine.wokenByMessage,
    initially: ({ value }) => ({ value, credit: 12, received: [], timers: 9 }),
    uponStart(p, state) {
      machine.uponStart(p, state)
      set(p, state)
      set(p, state)
    },
    uponReceiving: { even: receive('even'), odd: receive('odd') },
    uponTimeout: { soon: goOff(1), late: goOff(2) },
  }
}
