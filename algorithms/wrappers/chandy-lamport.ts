import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Processor,
  riding,
  wrapperFamily,
} from '../../engine/index.ts'
import { after, counted, handOn, record, withInTransit } from './recording.ts'
import { type Recording, snapshotClaims, snapshotProperties } from './snapshot.ts'

/**
 * The snapshot of Chandy & Lamport: whoever records its state sends a marker on every channel; whoever gets its first marker
 * records its state. What comes on a channel from then on until the marker on it was in transit. Needs channels that are
 * first in, first out. Chandy & Lamport 1985; Attiya & Welch, section 6.2.
 */
type Message = { readonly type: 'carried'; readonly message: AnyMessage } | { readonly type: 'marker' }

interface State extends Recording {
  readonly isRoot: boolean
  /** How many messages of the algorithm it has processed, and from which channels markers have come. */
  processed: number
  readonly marked: boolean[]
}

const marker: Message = { type: 'marker' }

/** `fifo`: what the algorithm needs. Without it, it is a counterexample. */
export const chandyLamportOn = (fifo: boolean) =>
  wrapperFamily({
    name: 'chandy-lamport',
    title: 'Chandy–Lamport snapshot',
    summary: 'records a consistent configuration of the algorithm, with markers, while it runs',
    source: 'Chandy & Lamport 1985; Attiya & Welch, section 6.2',
    takes: 'asynchronous',
    parameters: { after },

    wrap(algorithm: AnyAlgorithm, values) {
      const inside = counted<State, Message>(algorithm, (_, message) => ({ type: 'carried', message }))
      const mayTake = (p: Processor<Message>, state: State): void => {
        if (state.isRoot && state.recorded === null && state.processed >= (values.after as number))
          take(p, state)
      }
      return riding<State, Message>(algorithm, inside, {
        requires: { root: true, ...(fifo && { fifo: true }) },
        marks: ['recorded'],
        state: ({ isRoot }) => ({
          isRoot,
          processed: 0,
          marked: [],
          sentOn: [],
          receivedOn: [],
          recorded: null,
        }),
        uponStart(p, state) {
          inside.start(p, state)
          mayTake(p, state)
        },
        uponReceiving: {
          carried(p, state, { message }, from) {
            if (state.recorded !== null && !state.marked[from])
              state.recorded = withInTransit(state.recorded, message, from)
            handOn(inside, p, state, message, from)
            state.processed++
            mayTake(p, state)
          },
          marker(p, state, _, from) {
            if (state.recorded === null) take(p, state)
            state.marked[from] = true
            if (state.marked.filter(Boolean).length < p.degree) return
            state.recorded = { ...state.recorded!, complete: true }
            p.mark('recorded')
          },
        },
        claims: snapshotClaims('marker', values.after as number),
        properties: snapshotProperties,
      })
    },
  })

/** Records the state, and sends a marker on every channel. */
function take(p: Processor<Message>, state: State): void {
  state.recorded = record(state, p.degree)
  p.sendToAll(marker)
}

export const chandyLamport = chandyLamportOn(true)
