import type { Algorithm, Channel, Processor, Service, ServiceOf } from '../../../engine/index.ts'
import fc from '../../helpers/property.ts'
import { type Mix, type MixState, randomMachine } from './random-machine.ts'

interface Operations {
  readonly take: undefined
  readonly give: undefined
  readonly write: number
  readonly tell: number
}

/** A service with all that operations can have. */
const service: ServiceOf<Operations> = {
  name: 'anything',
  summary: 'of every kind of operation one',
  operations: {
    take: { summary: 'held for a while', followedBy: 'give' },
    give: { summary: 'after it' },
    write: { summary: 'with a number', argument: 'distinct' },
    tell: { summary: 'without an answer', argument: 'bit', unanswered: true },
  },
  outputs: ['noted'],
  workload: 'closed',
  properties: {},
  critical: { enter: 'take', leave: 'give' },
} satisfies Service

interface State extends MixState {
  busy: boolean
}

/** Loads with which much happens at one time, and with which nothing does. */
export const loads = fc.constantFrom(
  'closed:operations=3',
  'closed:operations=4,think=fixed,mean=0.5,hold=0.25',
  'saturated:operations=3,hold=0',
  'open:rate=1,gaps=fixed,operations=3',
  'open:rate=3,operations=4,k=2',
  'once',
)

/** The random machine of a program, which answers what it is asked now or later, if ever, and says things unasked. */
export function randomServer(program: number): Algorithm<State, Mix, { readonly value: number }, Operations> {
  const machine = randomMachine(program) as Required<ReturnType<typeof randomMachine>>
  const answer = (p: Processor<Mix>, state: State): void => {
    if (state.value % 5 === 0) p.output('noted', state.value)
    if (!state.busy || (state.value + program) % 3 === 0) return
    state.busy = false
    if (state.value % 2 === 0) p.respond()
    else p.respond(state.value % 100)
  }
  const ask =
    (busy: boolean) =>
    (p: Processor<Mix>, state: State, argument: unknown): void => {
      state.busy = busy
      state.value = (state.value + 31 * (Number(argument) || 1)) >>> 0
      if (state.credit > 0 && p.degree > 0) {
        state.credit--
        p.send(state.value % p.degree, { type: 'odd', value: state.value })
      }
      answer(p, state)
      if (state.value % 41 === 0) p.terminate()
    }
  const receive =
    (type: 'even' | 'odd') => (p: Processor<Mix>, state: State, message: Mix, from: Channel) => {
      machine.uponReceiving[type](p, state, message as never, from)
      answer(p, state)
    }
  return {
    name: 'random-server',
    requires: machine.requires,
    terminates: false,
    wokenByMessage: machine.wokenByMessage,
    service,
    initially: ({ value }) => ({ value, credit: 12, received: [], busy: false }),
    uponStart: (p, state) => machine.uponStart(p, state),
    uponReceiving: { even: receive('even'), odd: receive('odd') },
    uponInvoking: { take: ask(true), give: ask(true), write: ask(true), tell: ask(false) },
  }
}
