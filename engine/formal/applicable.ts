import type { Finding } from '../model/index.ts'
import type { Configuration } from './configuration.ts'
import type { Delivery, Event, Mishap } from './event.ts'
import type { Letter } from './letter.ts'

/**
 * Whether an event is applicable to a configuration, or the reason why not. comp(i) always is; del(i, j, m) is if m
 * is in the outbuf of p_i for its channel to p_j. Attiya & Welch, section 2.1.1. A processor that has crashed takes no
 * step, section 5.1.1.
 *
 * Where the algorithm requires that channels are first in, first out, m must also be the first of its outbuf.
 */
export function applicable(configuration: Configuration, event: Event): Finding {
  const { n } = configuration.system.instance.network
  const named = event.kind === 'comp' ? [event.processor] : [event.sender, event.receiver]
  const stranger = named.find((p) => !(Number.isInteger(p) && p >= 0 && p < n))
  if (stranger !== undefined) return `there is no p_${stranger} among ${n} processors`
  if (event.kind === 'comp') {
    const { crashed } = configuration.processors[event.processor]!
    if (event.recovers) return crashed || `p_${event.processor} comes back, but has not crashed`
    return !crashed || `p_${event.processor} has crashed`
  }
  const letter = findLetter(configuration, event)
  if (letter === undefined)
    return `m_${event.message} is in no outbuf from p_${event.sender} to p_${event.receiver}`
  if (event.kind !== 'del') return true
  const first = configuration.processors[event.sender]!.outbufs[letter.channel]![0]!
  if (configuration.system.algorithm.requires.fifo === true && first !== letter)
    return `m_${first.id} was sent before m_${letter.id} on this channel, which is first in, first out`
  return true
}

/** The message of an event, if it is in an outbuf of the sender for a channel to the receiver. */
export function findLetter(
  { processors }: Configuration,
  { sender, receiver, message }: Delivery | Mishap,
): Letter | undefined {
  return processors[sender]!.outbufs.flat().find(
    (letter) => letter.id === message && letter.receiver === receiver,
  )
}
