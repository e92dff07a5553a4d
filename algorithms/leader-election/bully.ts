import {
  type Algorithm,
  allAwakeAtZero,
  atMost,
  both,
  type ConfigurationView,
  eventually,
  exactly,
  type Instance,
  isFaulty,
  oneInitiator,
  type Processor,
  steadyClocks,
  withoutFaults,
} from '../../engine/index.ts'

type Message =
  | { readonly type: 'election' }
  | { readonly type: 'ok' }
  | { readonly type: 'coordinator'; readonly id: number }
interface Input {
  readonly id: number
  readonly neighborIds: readonly number[]
  readonly delay: { readonly min: number; readonly max: number }
}
interface State {
  readonly id: number
  readonly neighborIds: readonly number[]
  /** No message takes longer. */
  readonly delayMax: number
  /** Whether it has begun an election, and whether somebody larger has answered. */
  begun: boolean
  outranked: boolean
  leader: number | null
}

const undisturbed = both(withoutFaults, steadyClocks)
const q = {
  description: 'the processors that are not below the one that wakes by itself',
  value({ ids, wakeTimes }: Instance) {
    const initiator = Array.prototype.indexOf.call(wakeTimes, 0)
    return Array.from(ids).filter((id) => id >= ids[initiator]!).length
  },
}

/**
 * The bully algorithm: whoever holds an election asks all that are larger. Whoever is asked says that it is alive and holds one
 * itself. Who hears of nobody in time that is larger is the leader, and says so to all.
 */
export const bully: Algorithm<State, Message, Input> = {
  name: 'bully',
  title: 'Bully',
  summary: 'whoever hears of nobody larger within the time of two messages is the leader',
  source: 'Garcia-Molina 1982',
  remarks:
    'Processors that crash before they say that they lead are passed over. A leader that crashes later is missed by nobody, since nobody asks for it.',
  requires: {
    identifiers: true,
    neighborIdentifiers: true,
    shape: 'complete',
    clocks: true,
    delayBounds: true,
  },
  terminates: false,
  wokenByMessage: 'joins',

  initially: ({ id, neighborIds, delay }) => ({
    id,
    neighborIds,
    delayMax: delay.max,
    begun: false,
    outranked: false,
    leader: null,
  }),

  uponStart: hold,

  uponReceiving: {
    election(p, state, _, from) {
      p.send(from, { type: 'ok' })
      if (!state.begun) hold(p, state)
    },
    ok(p, state) {
      if (state.outranked) return
      state.outranked = true
      // The largest has been asked by then, has waited for two messages, and has told.
      p.setTimer('hears', 4 * state.delayMax)
    },
    coordinator(_, state, { id }) {
      state.leader = id
    },
  },

  uponTimeout: {
    asked(p, state) {
      if (!state.outranked && state.leader === null) lead(p, state)
    },
    hears(p, state) {
      if (state.leader === null) hold(p, state)
    },
  },

  claims: {
    // Whoever is asked asks all that are larger and is answered; the largest tells all.
    messages: [
      exactly('n^2 - 1', { when: both(undisturbed, allAwakeAtZero) }),
      exactly('q(q - 1) + n - 1', { when: both(undisturbed, oneInitiator), where: { q } }),
      atMost('n^2 - 1', { when: undisturbed }),
    ],
    time: atMost('w + 3', { when: undisturbed }),
  },

  properties: {
    largestLeads: eventually<State>((configuration: ConfigurationView<State>) => {
      const correct = configuration.states.filter((_, p) => !isFaulty(configuration, p))
      const largest = Math.max(...correct.map(({ id }) => id))
      const wrong = correct.find(({ leader }) => leader !== largest)
      return (
        wrong === undefined || `${wrong.id} has the leader ${wrong.leader}; the largest correct is ${largest}`
      )
    }),
  },
}

/** Holds an election; the largest of all knows at once how it ends. */
function hold(p: Processor<Message>, state: State): void {
  state.begun = true
  state.outranked = false
  if (state.neighborIds.every((id) => id < state.id)) return lead(p, state)
  for (const [channel, id] of state.neighborIds.entries())
    if (id > state.id) p.send(channel, { type: 'election' })
  p.setTimer('asked', 2 * state.delayMax)
}

function lead(p: Processor<Message>, state: State): void {
  state.leader = state.id
  p.sendToAll({ type: 'coordinator', id: state.id })
}
