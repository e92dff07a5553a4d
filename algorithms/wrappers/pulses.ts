import {
  type AnyAlgorithm,
  type Around,
  type Carrier,
  type Channel,
  Inside,
  type Instance,
  type Knowledge,
  type Message,
  type Processor,
  type Received,
  roundsTaken,
  toldInside,
} from '../../engine/index.ts'

/** A message of the algorithm inside that waits for the pulse in which it is processed. */
interface Kept extends Received {
  /** Its place among those of its sender and its pulse, for channels may deliver them in another order. */
  readonly place: number
}

/** A message of the algorithm inside on its way, in the pulse in which it was sent. */
export interface Carried extends Message {
  readonly type: 'carried'
  readonly pulse: number
  readonly place: number
  readonly message: Message
}

/** What every synchronizer has in its state. */
export interface PulseState extends Around {
  /** How many pulses there are to be. */
  readonly rounds: number
  /** The pulse, which is the round of the algorithm inside. Before the first event, −1. */
  pulse: number
  /** How many messages of the algorithm inside were sent in this pulse, and in all. */
  sent: number
  carried: number
  /** What was sent to this processor in this pulse, and in the next one by those who are ahead. */
  arrived: Kept[]
  early: Kept[]
}

/**
 * The pulses of one processor. In pulse 0 the algorithm inside starts; in pulse r > 0 it processes what was sent to it in
 * pulse r − 1, in the order in which a round of the synchronous model has it. What it sends in the last pulse is sent by
 * nobody: its execution has ended there.
 */
export class Pulses<S extends PulseState, M extends Message> {
  readonly #inside: Inside<S, M>
  readonly #inRounds: boolean

  constructor(algorithm: AnyAlgorithm, carrier: Carrier<S, M>) {
    this.#inRounds = algorithm.uponRound !== undefined
    this.#inside = new Inside(algorithm, {
      send: (p, state, channel, message) => {
        if (state.pulse < state.rounds) carrier.send(p, state, channel, message)
      },
      sendToAll: (p, state, message) => {
        if (state.pulse < state.rounds) carrier.sendToAll(p, state, message)
      },
      sendToAllExcept: (p, state, channel, message) => {
        if (state.pulse < state.rounds) carrier.sendToAllExcept(p, state, channel, message)
      },
    })
  }

  /** The next pulse. Whether it was the last: then the processor has terminated. */
  next(p: Processor<M>, state: S): boolean {
    const { arrived } = state
    if (arrived.length > fewKept) arrived.sort(byChannel)
    state.pulse++
    state.sent = 0
    state.arrived = state.early
    state.early = []
    if (state.pulse === 0) this.#inside.start(p, state)
    else if (this.#inRounds) this.#inside.round(p, state, arrived.map(received))
    else for (const { message, from } of arrived) this.#inside.receive(p, state, message, from)
    if (state.pulse < state.rounds) return false
    p.terminate()
    return true
  }
}

const received = ({ message, from }: Kept): Received => ({ message, from })

/** Of more messages than this, each is not put in its place as it comes, but all are sorted when their pulse has come. */
const fewKept = 32

/** Keeps a message of the algorithm inside until its pulse has come, by channel and in the order of sending. */
export function keep(
  state: PulseState,
  { pulse, place, message }: Omit<Carried, 'type'>,
  from: Channel,
): void {
  const kept = pulse === state.pulse ? state.arrived : state.early
  let at = kept.length
  while (at > 0 && at <= fewKept && isLater(kept[at - 1]!, from, place)) at--
  if (at === kept.length) kept.push({ message, from, place })
  else kept.splice(at, 0, { message, from, place })
}

const byChannel = (a: Kept, b: Kept): number => a.from - b.from || a.place - b.place

const isLater = (kept: Kept, from: Channel, place: number): boolean =>
  kept.from > from || (kept.from === from && kept.place > place)

/**
 * The initial state of a synchronizer: what all of them have, and its own. It is not a literal with the one spread into it:
 * to V8, every such object is of another shape, and handlers are several times as slow on states of many shapes.
 */
export const initialPulses = <Own extends object>(
  algorithm: AnyAlgorithm,
  input: Knowledge,
  rounds: number,
  own: Own,
): PulseState & Own => {
  const shared: PulseState = {
    inner: algorithm.initially(toldInside(algorithm, input)),
    awake: false,
    over: false,
    rounds,
    pulse: -1,
    sent: 0,
    carried: 0,
    arrived: [],
    early: [],
  }
  return Object.assign(shared, own)
}

/** How many pulses there are to be: as many as asked for, or as rounds of the algorithm in its own model; at least one. */
export const pulsesFor = (
  algorithm: AnyAlgorithm,
  asked: number,
  instance: Instance,
  seed: number,
): number => (asked > 0 ? asked : Math.max(1, roundsTaken(algorithm, instance, seed)))
