import {
  type AnyAlgorithm,
  type Channel,
  exactly,
  Inside,
  ModelError,
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
 * Dijkstra & Scholten's detection of termination, of a computation that the root starts. The first message to whoever is not
 * engaged engages it, and its sender becomes its parent; every other is signalled at once. Whoever has been signalled all
 * that it sent signals its parent and is engaged no more; when that is the root, all is over. Dijkstra & Scholten 1980.
 */
type Message = Basic | { readonly type: 'signal' }

interface State extends Detecting {
  readonly isRoot: boolean
  engaged: boolean
  parent: Channel | null
  /** Messages that it sent and that have not been signalled. */
  deficit: number
}

const signal: Message = { type: 'signal' }

export const dijkstraScholten = wrapperFamily({
  name: 'dijkstra-scholten',
  title: 'Dijkstra–Scholten',
  summary:
    'the root detects that the computation which it started has terminated, by a signal for each message',
  source: 'Dijkstra & Scholten 1980',
  takes: 'asynchronous',
  problem: onlyRootStarts,

  wrap(algorithm: AnyAlgorithm) {
    const inside = new Inside<State, Message>(
      algorithm,
      packing<State, Message>(
        (_, message) => ({ type: 'carried', message }),
        (state, count) => {
          if (!state.engaged) throw new ModelError('sends before the computation has reached it')
          state.sent += count
          state.deficit += count
        },
      ),
    )
    return riding<State, Message>(algorithm, inside, {
      requires: { root: true },
      marks: ['detected'],
      state: ({ isRoot }) => ({ ...undetected, isRoot, engaged: false, parent: null, deficit: 0 }),
      uponStart(p, state) {
        if (!state.isRoot) return
        state.engaged = true
        inside.start(p, state)
        rest(p, state)
      },
      uponReceiving: {
        carried(p, state, { message }, from) {
          state.received++
          if (state.engaged) p.send(from, signal)
          else {
            state.engaged = true
            state.parent = from
          }
          inside.receive(p, state, message, from)
          rest(p, state)
        },
        signal(p, state) {
          state.deficit--
          rest(p, state)
        },
      },
      claims: {
        messages: exactly('2M', { where: { M } }),
        'messages:signal': exactly('M', { where: { M } }),
        ...detectionClaims(algorithm, 'n'),
      },
      properties: detectionProperties,
    })
  },
})

/** Whoever has nothing left to be signalled is engaged no more. */
function rest(p: Processor<Message>, state: State): void {
  if (!state.engaged || state.deficit > 0) return
  if (state.isRoot) {
    if (!state.detected) p.mark('detected')
    state.detected = true
    return
  }
  state.engaged = false
  p.send(state.parent!, signal)
  state.parent = null
}

/** Why an algorithm is no computation that the root alone starts; null if it may be one. */
export function onlyRootStarts({
  requires: { root, initiators },
  service,
  name,
}: AnyAlgorithm): string | null {
  if (service !== undefined) return 'what it is asked for may begin anew when all is over'
  if (initiators === 'all' || initiators === 'together')
    return 'it detects the end of what the root starts, and here every processor has to wake by itself'
  if (root !== true) return `it detects the end of what the root starts; ${name} has none`
  return null
}
