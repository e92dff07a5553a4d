import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Around,
  type Channel,
  type ConfigurationView,
  eventually,
  type Finding,
  Inside,
  innerClaims,
  type Processor,
  packing,
  riding,
  wrapperFamily,
} from '../../engine/index.ts'
import { type Noting, orderOf, type Place, places } from './event-log.ts'

/**
 * Vector clocks: by processor, how many of its events an event knows of. One happens before another if and only if its vector
 * is smaller. Fidge 1988, Mattern 1989; Attiya & Welch, section 6.1.
 */
type Vector = readonly number[]

interface Message extends AnyMessage {
  readonly vector: Vector
  /** The number of the event that sent it, by which what happens before is found again. */
  readonly event: number
  readonly message: AnyMessage
}

interface State extends Around, Noting<Vector> {
  /** Its place in vectors. */
  readonly place: number
  vector: Vector
}

export const vectorClocks = wrapperFamily({
  name: 'vector-clocks',
  title: 'vector clocks',
  summary: 'messages carry a vector of event counts, one for each processor, without any message more',
  source: 'Fidge 1988; Mattern 1989; Attiya & Welch, section 6.1',
  takes: 'asynchronous',

  wrap(algorithm: AnyAlgorithm) {
    const pack = ({ vector, log }: State, message: AnyMessage): Message => ({
      type: message.type,
      vector,
      event: log.length - 1,
      message,
    })
    const inside = new Inside<State, Message>(algorithm, packing(pack), { ends: true })
    const note = (state: State, known: Vector, from: Channel, event: number): void => {
      const { place } = state
      state.vector = state.vector.map((own, q) => (q === place ? own + 1 : Math.max(own, known[q]!)))
      state.log.push({ time: state.vector, from, event })
    }
    const handle = (p: Processor<Message>, state: State, message: Message, from: Channel): void => {
      note(state, message.vector, from, message.event)
      inside.receive(p, state, message.message, from)
    }
    return riding<State, Message>(algorithm, inside, {
      terminates: algorithm.terminates,
      requires: { size: true },
      arrange: () => (place) => place,
      state: ({ n, arranged }) => ({
        place: arranged as number,
        vector: Array.from({ length: n }, () => 0),
        log: [],
      }),
      uponStart(p, state) {
        note(state, state.vector, -1, -1)
        inside.start(p, state)
      },
      uponReceiving: Object.fromEntries(Object.keys(algorithm.uponReceiving!).map((type) => [type, handle])),
      claims: innerClaims(algorithm, { types: true }),
      properties: { vectorsTellWhatHappensBefore: eventually(tellWhatHappensBefore) },
    })
  },
})

/** Of more events, so many at equal distances are compared with each other. */
const compared = 150

/** Whether vectors are ordered as the events of which one happens before the other, which are found from the messages. */
function tellWhatHappensBefore(view: ConfigurationView<State>): Finding {
  const all = places<Vector>(view)
  const step = Math.ceil(all.length / compared)
  const some = all.filter((_, i) => i % step === 0)
  const happensBefore = orderOf(view, some)
  const vectorOf = ({ p, i }: Place) => view.states[p]!.log[i]!.time
  for (const [j, b] of some.entries())
    for (const [i, a] of some.entries()) {
      const happens = happensBefore(i, j)
      if (happens !== isSmaller(vectorOf(a), vectorOf(b)))
        return `event ${a.i} of p_${a.p} ${happens ? 'happens' : 'does not happen'} before event ${b.i} of p_${b.p}, but vectors say otherwise`
    }
  return true
}

const isSmaller = (a: Vector, b: Vector): boolean =>
  a.every((count, q) => count <= b[q]!) && a.some((count, q) => count < b[q]!)
