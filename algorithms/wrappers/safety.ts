import type { Channel, Message, Processor } from '../../engine/index.ts'
import { type Carried, keep, type PulseState } from './pulses.ts'

/** The state of a synchronizer that acknowledges messages: a processor is safe once all of its pulse have been. */
export interface SafeState extends PulseState {
  unacknowledged: number
}

/** An acknowledgement. */
export interface Ack {
  readonly type: 'ack'
}

const ack: Ack = { type: 'ack' }

/** What it does upon messages of the algorithm inside and their acknowledgements; then it goes on as `proceed` says. */
export const acknowledging = <S extends SafeState, M extends Message>(
  proceed: (p: Processor<M | Carried | Ack>, state: S) => void,
) => ({
  carried(p: Processor<M | Carried | Ack>, state: S, message: Carried, from: Channel): void {
    p.send(from, ack)
    keep(state, message, from)
  },
  ack(p: Processor<M | Carried | Ack>, state: S): void {
    state.unacknowledged--
    proceed(p, state)
  },
})
