import type { AnyAlgorithm, Graph, Instance, Message, Processor } from '../../../engine/index.ts'

interface InTransit {
  readonly time: number
  /** Position in the order of sending; wake-ups come before everything. */
  readonly order: number
  readonly receiver: number
  readonly channel: number
  readonly message: Message | null
}

/** What a reference run found, in the terms of the engine's measures. */
export interface ReferenceRun {
  readonly states: readonly object[]
  readonly messages: number
  readonly time: number
  readonly delayMax: number
  readonly compEvents: number
  readonly terminated: readonly boolean[]
}

/**
 * Timed execution spelled out as plainly as possible: a list of what is in transit, searched for the earliest time;
 * whatever arrives then is taken out and processed by processor, channel and order of sending.
 */
export function referenceRun(
  algorithm: AnyAlgorithm,
  instance: Instance & { readonly network: Graph },
  nextDelay: () => number,
): ReferenceRun {
  const { network, wakeTimes } = instance
  const states: object[] = []
  const terminated = Array.from({ length: network.n }, () => false)
  const asleep = Array.from({ length: network.n }, () => true)
  const lastArrival = new Map<string, number>()
  let transit: InTransit[] = []
  let messages = 0
  let delayMax = 0
  let time = 0
  let compEvents = 0
  let order = 0

  for (let p = 0; p < network.n; p++) {
    states.push(algorithm.initially({ value: instance.values[p]! } as never))
    if (wakeTimes[p] !== Number.POSITIVE_INFINITY)
      transit.push({ time: wakeTimes[p]!, order: -1, receiver: p, channel: -1, message: null })
  }

  while (transit.length > 0) {
    const now = Math.min(...transit.map((event) => event.time))
    const arriving = transit.filter((event) => event.time === now)
    transit = transit.filter((event) => event.time !== now)
    arriving.sort((a, b) => a.receiver - b.receiver || a.channel - b.channel || a.order - b.order)
    for (const receiver of new Set(arriving.map((event) => event.receiver))) {
      const outbox: [number, Message][] = []
      const p = {
        degree: network.degree(receiver),
        send: (channel: number, message: Message) => void outbox.push([channel, message]),
        terminate: () => {
          terminated[receiver] = true
        },
      } as Processor
      const wake = (starts: boolean) => {
        if (!asleep[receiver]) return
        asleep[receiver] = false
        if (starts) algorithm.uponStart!(p, states[receiver]!)
      }
      compEvents++
      for (const { message, channel } of arriving.filter((event) => event.receiver === receiver)) {
        wake(message === null || algorithm.wokenByMessage !== 'joins')
        if (message === null) continue
        time = now
        if (!terminated[receiver])
          algorithm.uponReceiving![message.type]!(p, states[receiver]!, message, channel)
      }
      for (const [channel, message] of outbox) {
        const key = `${receiver}/${channel}`
        let arrival = now + nextDelay()
        if (algorithm.requires.fifo) arrival = Math.max(arrival, lastArrival.get(key) ?? 0)
        lastArrival.set(key, arrival)
        delayMax = Math.max(delayMax, arrival - now)
        messages++
        const to = network.neighbor(receiver, channel)
        transit.push({
          time: arrival,
          order: order++,
          receiver: to,
          channel: network.mirror(receiver, channel),
          message,
        })
      }
    }
  }
  return { states, messages, time, delayMax, compEvents, terminated }
}
