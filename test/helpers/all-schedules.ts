import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  type Channel,
  ComputedInstance,
  type Graph,
  type Knowledge,
  type Message,
  type Processor,
} from '../../engine/index.ts'

/** What may happen next: a processor wakes by itself, or takes a message. */
export interface Pending {
  readonly to: number
  readonly from?: Channel
  readonly message?: Message
}

export interface Moment {
  readonly states: object[]
  readonly asleep: boolean[]
  readonly terminated: boolean[]
  readonly pending: readonly Pending[]
}

/**
 * Explores all orders in which initiators may wake and messages arrive. Every property is checked, safety always and
 * liveness at the end. Returns the most messages, and in how many configurations nothing is left to happen.
 */
export function exploreSchedules(algorithm: AnyAlgorithm, graph: Graph, ids: number[], initiators: number[]) {
  const instance = new ComputedInstance(graph, { ids })
  const properties = Object.entries(algorithm.properties ?? {})
  const known = new Map<string, number>()
  let ends = 0

  const check = (moment: Moment, kind: 'safety' | 'liveness'): void => {
    const configuration = {
      instance,
      states: moment.states,
      terminated: (p: number) => moment.terminated[p]!,
    }
    for (const [name, property] of properties)
      if (property.kind === kind) assert.equal(property.check(configuration), true, name)
  }

  /** The most messages that can still be sent. */
  const explore = (moment: Moment): number => {
    const key = JSON.stringify(moment)
    const before = known.get(key)
    if (before !== undefined) return before
    check(moment, 'safety')
    if (moment.pending.length === 0) {
      check(moment, 'liveness')
      if (algorithm.terminates) assert.ok(moment.terminated.every(Boolean))
      ends++
    }
    let most = 0
    for (let i = 0; i < moment.pending.length; i++) {
      const { next, sent } = after(algorithm, graph, moment, i)
      most = Math.max(most, sent.length + explore(withPending(next, sent)))
    }
    known.set(key, most)
    return most
  }

  const states = ids.map((id, p) => {
    const neighborIds = Array.from({ length: graph.degree(p) }, (_, c) => ids[graph.neighbor(p, c)]!)
    return algorithm.initially({ id, neighborIds, isRoot: p === instance.root } as unknown as Knowledge)
  })
  const pending = initiators.map((to) => ({ to }))
  const asleep = ids.map(() => true)
  const messages = explore({ states, asleep, terminated: ids.map(() => false), pending })
  return { messages, ends, configurations: known.size }
}

/** The moment after the i-th of the pending events, and what it sent, which is not pending yet. */
export function after(algorithm: AnyAlgorithm, graph: Graph, moment: Moment, i: number) {
  const { to, from, message } = moment.pending[i]!
  const states = structuredClone(moment.states)
  const asleep = [...moment.asleep]
  const terminated = [...moment.terminated]
  const sent: Pending[] = []
  const send = (channel: Channel, message: Message) => {
    if (!moment.terminated[to])
      sent.push({ to: graph.neighbor(to, channel), from: graph.mirror(to, channel), message })
  }
  const channels = Array.from({ length: graph.degree(to) }, (_, channel) => channel)
  const processor: Processor = {
    degree: graph.degree(to),
    send,
    sendToAll(message) {
      for (const channel of channels) send(channel, message)
    },
    sendToAllExcept(not, message) {
      for (const channel of channels) if (channel !== not) send(channel, message)
    },
    terminate: () => {
      terminated[to] = true
    },
    mark() {},
    respond: () => assert.fail('responds'),
    output: () => assert.fail('gives an output'),
    clock: () => assert.fail('reads its clock'),
    setTimer: () => assert.fail('sets a timer'),
    weight: () => assert.fail('reads a weight'),
    suspects: () => assert.fail('asks whom it suspects'),
    leader: () => assert.fail('asks who leads'),
    random: () => assert.fail('flips a coin'),
  }
  const wakes = asleep[to] && (message === undefined || algorithm.wokenByMessage !== 'joins')
  asleep[to] = false
  if (wakes) algorithm.uponStart?.(processor, states[to]!)
  if (message !== undefined && !moment.terminated[to])
    algorithm.uponReceiving![message.type]!(processor, states[to]!, message, from!)
  return { next: { states, asleep, terminated, pending: moment.pending.toSpliced(i, 1) }, sent }
}

/** With more that is pending. */
export const withPending = <M extends Moment>(moment: M, sent: readonly Pending[]): M => ({
  ...moment,
  pending: sorted([...moment.pending, ...sent]),
})

/** In one order, so that configurations that differ in nothing else are one. */
function sorted(pending: readonly Pending[]): readonly Pending[] {
  return pending
    .map((event) => [JSON.stringify(event), event] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, event]) => event)
}
