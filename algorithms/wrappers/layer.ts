import {
  type AnyAlgorithm,
  type Message as AnyMessage,
  type Around,
  type Channel,
  type Claims,
  Inside,
  type Knowledge,
  type Processor,
  packing,
  type Requirements,
  riding,
  type Service,
  type Unnamed,
  type Value,
} from '../../engine/index.ts'

/** What the service below delivers: by whom it was broadcast, by its identifier, and what. */
interface Delivered<V> {
  readonly from: number
  readonly value: V
}

/** What a layer can do: use the service below, and serve those above. */
export interface Port<V> {
  /** Has the service below broadcast what those above have asked for. */
  broadcast(value: V): void
  /** Has it broadcast what the layer itself has to say. */
  control(value: V): void
  deliver(delivery: Delivered<Value>): void
  respond(result?: Value): void
}

/** What one layer says; `V` is what it has the service below broadcast. */
interface Layer<S extends Around, V> {
  /** What those above may ask it for. */
  readonly service: Service
  readonly requires: Requirements
  /** The type of messages that its own broadcasts cause; absent: it has none. */
  readonly control?: string
  readonly state: (input: Knowledge) => Omit<S, keyof Around>
  readonly uponInvoking: Readonly<
    Record<string, { handle(port: Port<V>, state: S, argument: number): void }['handle']>
  >
  uponDelivery(port: Port<V>, state: S, delivery: Delivered<V>): void
  readonly claims: Claims
}

/** A message of the service below. Its type says what has caused it: a broadcast that was asked for, or one of the layer. */
interface Message extends AnyMessage {
  readonly message: AnyMessage
}

const carried = 'carried'

/** A layer on an algorithm that offers broadcasts: it uses these to offer something better. */
export function layered<S extends Around, V>(
  algorithm: AnyAlgorithm,
  { control, uponInvoking, uponDelivery, ...own }: Layer<S, V>,
): Unnamed<AnyAlgorithm> {
  const below = new Below<S, V>(algorithm, uponDelivery, control)
  const { inside } = below
  const receive = (p: Processor<Message>, state: S, message: Message, from: Channel): void =>
    below.receive(p, state, message, from)
  return riding<S, Message>(algorithm, inside, {
    ...own,
    uponStart: (p, state) => below.at(p, state, () => inside.start(p, state)),
    uponInvoking: mapped(
      uponInvoking,
      (name) => (p: Processor<Message>, state: S, argument: Value) =>
        below.at(p, state, () => uponInvoking[name]!(below, state, argument as number)),
    ),
    uponReceiving: mapped(typesOf(algorithm, control), () => receive),
    uponTimeout: mapped(
      algorithm.uponTimeout ?? {},
      (name) => (p: Processor<Message>, state: S) => below.at(p, state, () => inside.timeout(p, state, name)),
    ),
  })
}

const mapped = <T>(all: object, make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(Object.keys(all).map((name) => [name, make(name)]))

/** Whether an algorithm is a layer itself, so that its messages are told apart already. */
export const isLayer = ({ uponReceiving = {} }: AnyAlgorithm): boolean =>
  Object.hasOwn(uponReceiving, carried)

const typesOf = (algorithm: AnyAlgorithm, control: string = carried): object => ({
  ...(isLayer(algorithm) ? algorithm.uponReceiving : { [carried]: true }),
  [control]: true,
})

/** The service below a layer, event by event. What it delivers is processed when it has done all that an event asks of it. */
class Below<S extends Around, V> implements Port<V> {
  readonly inside: Inside<S, Message>
  readonly #uponDelivery: Layer<S, V>['uponDelivery']
  readonly #control: string
  #p: Processor<Message> = nobody
  #state: S = nobody
  /** What causes the messages that it sends now. */
  #cause = carried
  #delivered: Delivered<V>[] = []

  constructor(algorithm: AnyAlgorithm, uponDelivery: Layer<S, V>['uponDelivery'], control = carried) {
    this.#uponDelivery = uponDelivery
    this.#control = control
    const toldApart = isLayer(algorithm)
    this.inside = new Inside<S, Message>(
      algorithm,
      packing((_, message) => ({
        type: toldApart && this.#cause === carried ? message.type : this.#cause,
        message,
      })),
      { output: (_, __, value) => this.#delivered.push(value as Delivered<V>) },
    )
  }

  /** One event at a processor, and all deliveries that follow from it. */
  at(p: Processor<Message>, state: S, work: () => void): void {
    this.#p = p
    this.#state = state
    this.#cause = carried
    this.#delivered = []
    work()
    for (let next = this.#delivered.shift(); next !== undefined; next = this.#delivered.shift())
      this.#uponDelivery(this, state, next)
  }

  receive(p: Processor<Message>, state: S, { type, message }: Message, from: Channel): void {
    const cause = type === this.#control ? type : carried
    this.at(p, state, () => this.#causing(cause, () => this.inside.receive(p, state, message, from)))
  }

  broadcast(value: V): void {
    this.inside.invoke(this.#p, this.#state, 'broadcast', value)
  }

  control(value: V): void {
    this.#causing(this.#control, () => this.broadcast(value))
  }

  deliver(delivery: Delivered<Value>): void {
    this.#p.output('deliver', delivery)
  }

  respond(result?: Value): void {
    this.#p.respond(result)
  }

  #causing(cause: string, work: () => void): void {
    this.#cause = cause
    work()
    this.#cause = carried
  }
}

const nobody = {} as never
