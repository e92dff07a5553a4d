import { type Algorithm, exactly, type Instance, LEFT } from '../../../engine/index.ts'
import { electsTheLeast } from '../elected.ts'

/**
 * The election by time slices on a synchronous ring of known size: the n rounds from n·i on belong to identifier i,
 * whose processor sends it round if nothing has come before. Silence says that no identifier so far is there. Attiya &
 * Welch, section 3.4.1.
 */
type Message = { readonly type: 'id'; readonly id: number }
type Input = { readonly id: number; readonly n: number }
interface State {
  readonly id: number
  readonly n: number
  round: number
  elected: boolean | null
}

export const timeSlice: Algorithm<State, Message, Input> = {
  name: 'time-slice',
  title: 'Time slices',
  summary: 'on a synchronous ring of known size, identifier i may be sent in round n i',
  source: 'Attiya & Welch, section 3.4.1',
  remarks:
    'There are no worst identifiers: the least may be as large as one likes. Those that are declared have n − 1 for their least.',
  requires: {
    identifiers: true,
    size: true,
    shape: 'ring',
    orientation: true,
    synchronous: true,
    initiators: 'together',
  },
  terminates: true,

  initially: ({ id, n }) => ({ id, n, round: 0, elected: null }),

  uponStart(p, state) {
    if (state.id === 0) p.send(LEFT, { type: 'id', id: 0 })
  },

  uponRound(p, state, inbox) {
    state.round++
    const arrived = inbox[0]
    if (arrived !== undefined) {
      state.elected = arrived.message.id === state.id
      if (!state.elected) p.send(LEFT, arrived.message)
      p.terminate()
    } else if (state.round === state.n * state.id) p.send(LEFT, { type: 'id', id: state.id })
  },

  bits: { id: ({ identifier }) => identifier },

  claims: {
    messages: exactly('n'),
    time: exactly('n(M + 1)', {
      where: { M: { description: 'the least identifier', value: leastIdentifier } },
    }),
  },

  properties: electsTheLeast,

  // The least may be as large as one likes; it costs n rounds for each number below it.
  worstIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => n - 1 + i),
  bestIdentifiers: (n) => Uint32Array.from({ length: n }, (_, i) => i),
}

function leastIdentifier({ ids }: Instance): number {
  return Array.from(ids).reduce((a, b) => Math.min(a, b))
}
