import { recoveredState } from '../faults/index.ts'
import type { Knowledge } from '../model/index.ts'
import { Streams } from '../random.ts'
import { tellers } from '../simulation/machine/knowledge.ts'
import { findLetter } from './applicable.ts'
import { type Configuration, withProcessor } from './configuration.ts'
import type { Computation, Delivery, Event, Mishap } from './event.ts'
import type { Letter } from './letter.ts'
import { type Sending, transition } from './transition.ts'
import { weightOf } from './weight-of.ts'

/** The configuration that results from an event that is applicable. Throws what the algorithm throws. */
export function apply(configuration: Configuration, event: Event): Configuration {
  if (event.kind === 'comp') return compute(configuration, event)
  return event.kind === 'del' ? deliver(configuration, event) : mishap(configuration, event)
}

/** The message leaves the outbuf and enters the inbuf; nothing else changes. */
function deliver(configuration: Configuration, event: Delivery): Configuration {
  const { sender, receiver } = event
  const letter = findLetter(configuration, event)!
  const { outbufs } = configuration.processors[sender]!
  const rest = outbufs[letter.channel]!.filter((other) => other !== letter)
  const taken = withProcessor(configuration, sender, { outbufs: outbufs.with(letter.channel, rest) })
  const { inbufs } = taken.processors[receiver]!
  const filled = [...inbufs[letter.receiverChannel]!, letter].sort((a, b) => a.id - b.id)
  return withProcessor(taken, receiver, { inbufs: inbufs.with(letter.receiverChannel, filled) })
}

/** The message leaves the outbuf for nowhere, or has a second one beside it; who is to blame has failed. */
function mishap(configuration: Configuration, event: Mishap): Configuration {
  const { kind, sender, receiver } = event
  const letter = findLetter(configuration, event)!
  const { outbufs } = configuration.processors[sender]!
  const own = outbufs[letter.channel]!
  if (kind === 'copied') {
    const copy = { ...letter, id: configuration.sent }
    const twice = withProcessor(configuration, sender, {
      outbufs: outbufs.with(letter.channel, [...own, copy]),
    })
    return { ...twice, sent: twice.sent + 1, uncounted: twice.uncounted + 1 }
  }
  const rest = own.filter((other) => other !== letter)
  const gone = withProcessor(configuration, sender, {
    outbufs: outbufs.with(letter.channel, rest),
    // Of a last step, the step says whether it is a failure.
    ...(kind === 'omitted' && !configuration.processors[sender]!.crashed && { failed: true }),
  })
  if (kind === 'unheard') return withProcessor(gone, receiver, { failed: true })
  const counted = kind === 'lost' || kind === 'missed' || configuration.system.faults?.liars.has(sender)
  return counted ? gone : { ...gone, uncounted: gone.uncounted + 1 }
}

/** The state that a computation event begins with; whoever comes back has lost what is not stable. */
function stateFor(configuration: Configuration, { processor, recovers }: Computation): object {
  const state = structuredClone(configuration.processors[processor]!.state)
  if (!recovers) return state
  const { algorithm, instance, seed = 0 } = configuration.system
  const tell = tellers(algorithm, instance, instance.network, seed)
  return recoveredState(algorithm, state, algorithm.initially(tell(processor) as Knowledge))
}

/** The state changes by the transition function, the inbufs become empty, and what is sent joins the outbufs. */
function compute(configuration: Configuration, event: Computation): Configuration {
  const { processor, wakes, round, clock, due = [], asks = [], last = false, lies = false } = event
  const { back, recovers = false, detected } = event
  const { system, sent: before, processors } = configuration
  const { algorithm, instance } = system
  const old = processors[processor]!
  const state = stateFor(configuration, event)
  let { flips } = old
  const step = transition(algorithm, old.status, state, {
    degree: instance.network.degree(processor),
    wakes,
    round,
    inbox: old.inbufs.flat().map(({ message, receiverChannel }) => ({ message, from: receiverChannel })),
    weight: (channel) => weightOf(instance, processor, channel),
    clock,
    detected,
    due,
    recovers,
    standing: old.standing,
    asks,
    random: () => coin(system.seed ?? 0, processor, flips++),
  })
  const { status, sent, marks, crossings, standing } = step
  const letters = sent.map((sending, i) => letterOf(configuration, processor, sending, before + i))
  const outbufs = old.outbufs.map((outbuf, channel) => [
    ...outbuf,
    ...letters.filter((letter) => letter.channel === channel),
  ])
  const inbufs = old.inbufs.map(() => [])
  const next = withProcessor(configuration, processor, {
    status: back === undefined ? status : 'awake',
    state,
    inbufs,
    outbufs,
    flips,
    step,
    marks: [...old.marks, ...marks],
    standing,
    ...(recovers && { crashed: false }),
    ...(last && { crashed: true, failed: old.failed || back === undefined }),
  })
  return {
    ...next,
    sent: before + letters.length,
    uncounted: configuration.uncounted + (lies ? letters.length : 0),
    crossings: [...configuration.crossings, ...crossings.map((crossing) => ({ ...crossing, processor }))],
  }
}

function letterOf(
  { system }: Configuration,
  sender: number,
  { channel, message }: Sending,
  id: number,
): Letter {
  const { network } = system.instance
  const receiver = network.neighbor(sender, channel)
  return { id, sender, channel, receiver, receiverChannel: network.mirror(sender, channel), message }
}

/** The coin that a processor flips after so many others. */
function coin(seed: number, processor: number, flips: number): number {
  const stream = new Streams(seed).stream('coins', processor)
  for (let i = 0; i < flips; i++) stream.uniform()
  return stream.uniform()
}
