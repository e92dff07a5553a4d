import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Around,
  type Channel,
  eventually,
  Inside,
  innerClaims,
  type Processor,
  packing,
  riding,
  wrapperFamily,
} from '../../engine/index.ts'
import { before, type Noting, places } from './event-log.ts'

/**
 * Lamport's logical clocks: every event counts on, beyond the clock of the message that it processes, and messages carry the
 * clock. What happens before has the smaller clock. Lamport 1978; Attiya & Welch, section 6.1.
 */
interface Message extends AnyMessage {
  readonly clock: number
  /** The number of the event that sent it, by which what happens before is found again. */
  readonly event: number
  readonly message: AnyMessage
}

interface State extends Around, Noting<number> {
  clock: number
}

export const lamportClocks = wrapperFamily({
  name: 'lamport-clocks',
  title: 'Lamport clocks',
  summary: 'messages carry a logical clock, without any message more',
  source: 'Lamport 1978; Attiya & Welch, section 6.1',
  takes: 'asynchronous',

  wrap(algorithm: AnyAlgorithm) {
    const pack = ({ clock, log }: State, message: AnyMessage): Message => ({
      type: message.type,
      clock,
      event: log.length - 1,
      message,
    })
    const inside = new Inside<State, Message>(algorithm, packing(pack), { ends: true })
    const handle = (p: Processor<Message>, state: State, message: Message, from: Channel): void => {
      state.clock = Math.max(state.clock, message.clock) + 1
      state.log.push({ time: state.clock, from, event: message.event })
      inside.receive(p, state, message.message, from)
    }
    return riding<State, Message>(algorithm, inside, {
      terminates: algorithm.terminates,
      state: () => ({ clock: 0, log: [] }),
      uponStart(p, state) {
        state.log.push({ time: ++state.clock, from: -1, event: -1 })
        inside.start(p, state)
      },
      uponReceiving: Object.fromEntries(Object.keys(algorithm.uponReceiving!).map((type) => [type, handle])),
      claims: innerClaims(algorithm, { types: true }),
      properties: {
        clockCondition: eventually((view) => {
          for (const b of places<number>(view))
            for (const a of before(view, b))
              if (!(view.states[a.p]!.log[a.i]!.time < view.states[b.p]!.log[b.i]!.time))
                return `event ${a.i} of p_${a.p} happens before event ${b.i} of p_${b.p}, but its clock is not smaller`
          return true
        }),
      },
      columns: {
        clock_max: {
          description: 'the largest clock',
          read: ({ states }) => Math.max(...states.map(({ clock }) => clock)),
        },
      },
    })
  },
})
