import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  exactly,
  type Processor,
  parametrised,
  specialActions,
  type Unnamed,
  unitDelays,
} from '../../engine/index.ts'
import { type Acting, allAct, disjointSessions, sessionsParameter } from './actions.ts'

/**
 * The session problem in the asynchronous model: all do a special action s times, such that there are s disjoint sessions, parts
 * of the execution in which everyone acts. Attiya & Welch, section 6.2.2; Arjomandi, Fischer & Lynch 1983.
 *
 * Processors go on by steps. Whoever has taken a step tells its neighbours, and takes the next when all of them have. After D
 * steps more it knows that all have come as far as it was, and acts again. Without that it could act before others did.
 */
interface Message {
  readonly type: 'step'
  /** The number of the step modulo 2: neighbours are at most one step apart. */
  readonly parity: 0 | 1
}
interface Input {
  readonly diameter: number
}
interface State extends Acting {
  readonly diameter: number
  step: number
  /** How many neighbours have taken this step and, if some are ahead, the next; by parity. */
  readonly heard: [number, number]
}

/** By steps: the members of this family differ in s, the number of sessions. */
export const sessionsAsynchronous = /* @__PURE__ */ parametrised({
  name: 'sessions-asynchronous',
  title: 'Sessions by steps',
  summary: 'everyone acts s times in s disjoint sessions, and learns between them that all others have',
  parameters: { s: sessionsParameter },
  create: ({ s }): Unnamed<Algorithm<State, Message, Input>> => ({
    source: 'Attiya & Welch, section 6.2.2; Arjomandi, Fischer & Lynch 1983',
    requires: { diameter: true, initiators: 'all' },
    terminates: true,
    marks: ['done'],

    initially: ({ diameter }) => ({ diameter, actions: 0, step: 0, heard: [0, 0] }),

    uponStart: (p, state) => goOn(p, state, s),

    uponReceiving: {
      step(p, state, { parity }) {
        state.heard[parity]++
        // The messages of the next step may have overtaken the last of this one.
        for (let at = own(state); state.heard[at] === p.degree && state.actions < s; at = own(state)) {
          state.heard[at] = 0
          state.step++
          goOn(p, state, s)
        }
      },
    },

    bits: { step: () => 1 },

    claims: {
      messages: exactly('2m (s - 1) D'),
      'time:done': [
        exactly('(s - 1) D', { when: both(unitDelays, allAwakeAtZero) }),
        atMost('w + (s - 1) D'),
      ],
    },

    columns: { actions: specialActions(({ actions }: Acting) => actions) },

    properties: { disjointSessions, allAct: allAct(s) },
  }),
})

/** The parity of the step at which it is. */
const own = ({ step }: State): 0 | 1 => (step % 2 === 0 ? 0 : 1)

/** Acts if it is time, and tells the neighbours how far it is. */
function goOn(p: Processor<Message>, state: State, s: number): void {
  while (state.actions < s && state.step >= state.actions * state.diameter) state.actions++
  if (state.actions < s) return p.sendToAll({ type: 'step', parity: own(state) })
  p.mark('done')
  p.terminate()
}
