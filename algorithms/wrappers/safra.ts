import {
  type AnyAlgorithm,
  type Channel,
  exactly,
  finalQuantity,
  Inside,
  type Processor,
  packing,
  riding,
  wrapperFamily,
} from '../../engine/index.ts'
import {
  type Basic,
  type Detecting,
  detectionClaims,
  detectionProperties,
  M,
  undetected,
} from './detection.ts'

/**
 * Safra's detection of termination. A probe goes round the processors again and again, here along a spanning tree. Each adds
 * how many messages it has sent more than received; who has received one since the last probe is black, and blackens the
 * probe. The root has detected termination when the probe comes back white, it is white itself, and the sum is 0.
 * Dijkstra 1987 (EWD 998).
 */
type Message = Basic | { readonly type: 'probe'; readonly sum: number; readonly black: boolean }

interface State extends Detecting {
  readonly parent: Channel | null
  readonly children: readonly Channel[]
  black: boolean
  /** How many of its children have given the probe back; at the root, how often it has gone round. */
  given: number
  circulations: number
}

/** How often the probe went round. */
const C = finalQuantity<State>('circulations of the probe', ({ states }) =>
  states.reduce((sum, { circulations }) => sum + circulations, 0),
)

export const safra = wrapperFamily({
  name: 'safra',
  title: 'Safra',
  summary: 'a probe goes round, counts messages and detects that all have terminated',
  source: 'Dijkstra 1987 (EWD 998)',
  takes: 'asynchronous',
  problem({ service, requires }) {
    if (service !== undefined) return 'what it is asked for may begin anew when all is over'
    return requires.clocks ? 'one of its timers may go off when all is over' : null
  },

  wrap(algorithm: AnyAlgorithm) {
    const inside = new Inside<State, Message>(
      algorithm,
      packing<State, Message>(
        (_, message) => ({ type: 'carried', message }),
        (state, count) => {
          state.sent += count
        },
      ),
    )
    return riding<State, Message>(algorithm, inside, {
      // The probe begins with the root; whoever woke later, after it has passed, would begin anew.
      requires: { spanningTree: true, root: true, initiators: 'at-zero' },
      marks: ['detected'],
      state: ({ parent, children }) => ({
        ...undetected,
        parent,
        children,
        black: false,
        given: 0,
        circulations: 0,
      }),
      uponStart(p, state) {
        inside.start(p, state)
        if (state.parent === null) begin(p, state)
      },
      uponReceiving: {
        carried(p, state, { message }, from) {
          state.received++
          state.black = true
          inside.receive(p, state, message, from)
        },
        probe(p, state, { sum, black }, from) {
          state.given = from === state.parent ? 0 : state.given + 1
          pass(p, state, sum, black)
        },
      },
      claims: {
        messages: exactly('M + 2(n - 1)C', { where: { M, C } }),
        'messages:probe': exactly('2(n - 1)C', { where: { C } }),
        // One that is under way when all is over, one that whitens, and one that finds all white.
        ...detectionClaims(algorithm, '6(n - 1)'),
      },
      properties: detectionProperties,
    })
  },
})

function begin(p: Processor<Message>, state: State): void {
  state.circulations++
  state.given = 0
  state.black = false
  pass(p, state, 0, false)
}

/** On to the next child; when all have had the probe, this processor adds its own to it, and it goes on to the parent. */
function pass(p: Processor<Message>, state: State, sum: number, black: boolean): void {
  const { children, given, parent } = state
  if (given < children.length) return p.send(children[given]!, { type: 'probe', sum, black })
  const total = sum + state.sent - state.received
  const blackened = black || state.black
  state.black = false
  if (parent !== null) return p.send(parent, { type: 'probe', sum: total, black: blackened })
  if (total !== 0 || blackened) return begin(p, state)
  p.mark('detected')
  state.detected = true
}
