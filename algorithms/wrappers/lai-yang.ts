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
 * The snapshot of Lai & Yang, for channels that deliver in any order: a message says whether its sender had recorded its
 * state (it is red) or not (white). Whoever gets a red one records its state first; white ones that come later were in
 * transit. A count of the white ones on each channel tells when all have come. Lai & Yang 1987; Mattern 1993.
 */
type Message =
  | { readonly type: 'carried'; readonly red: boolean; readonly message: AnyMessage }
  | { readonly type: 'count'; readonly white: number }

interface State extends Recording {
  readonly isRoot: boolean
  processed: number
  /** By channel, how many white messages there were, once that is known. */
  readonly white: (number | null)[]
}

export const laiYang = wrapperFamily({
  name: 'lai-yang',
  title: 'Lai–Yang snapshot',
  summary: 'records a consistent configuration, on channels that deliver in any order',
  source: 'Lai & Yang 1987',
  takes: 'asynchronous',
  parameters: { after },

  wrap(algorithm: AnyAlgorithm, values) {
    const inside = counted<State, Message>(algorithm, ({ recorded }, message) => ({
      type: 'carried',
      red: recorded !== null,
      message,
    }))
    const mayTake = (p: Processor<Message>, state: State): void => {
      if (state.isRoot && state.recorded === null && state.processed >= (values.after as number))
        take(p, state)
    }
    return riding<State, Message>(algorithm, inside, {
      requires: { root: true },
      marks: ['recorded'],
      state: ({ isRoot }) => ({
        isRoot,
        processed: 0,
        white: [],
        sentOn: [],
        receivedOn: [],
        recorded: null,
      }),
      uponStart(p, state) {
        inside.start(p, state)
        mayTake(p, state)
      },
      uponReceiving: {
        carried(p, state, { message, red }, from) {
          if (red && state.recorded === null) take(p, state)
          if (!red && state.recorded !== null) state.recorded = withInTransit(state.recorded, message, from)
          handOn(inside, p, state, message, from)
          state.processed++
          mayTake(p, state)
          complete(p, state)
        },
        count(p, state, { white }, from) {
          if (state.recorded === null) take(p, state)
          state.white[from] = white
          complete(p, state)
        },
      },
      claims: snapshotClaims('count', values.after as number),
      properties: snapshotProperties,
    })
  },
})

/** Records the state, and says on every channel how many messages it had sent there. */
function take(p: Processor<Message>, state: State): void {
  const recorded = record(state, p.degree)
  state.recorded = recorded
  for (const [channel, white] of recorded.sent.entries()) p.send(channel, { type: 'count', white })
}

/** Whether every white message has been processed, before or after the state was recorded. */
function complete(p: Processor<Message>, state: State): void {
  const { recorded, white } = state
  if (recorded === null || recorded.complete) return
  for (let channel = 0; channel < p.degree; channel++) {
    const known = recorded.received[channel]! + recorded.channels[channel]!.length
    if (white[channel] !== known) return
  }
  state.recorded = { ...recorded, complete: true }
  p.mark('recorded')
}
