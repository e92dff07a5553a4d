import { stringify } from 'csv-stringify/sync'
import type { Story } from '../../engine/index.ts'

const columns = ['time', 'processor', 'wakes', 'processed', 'sent', 'terminates', 'status', 'state'] as const

/**
 * The computation events as CSV, one a line. `processed` and `sent` are messages, separated by blanks, each as its
 * number, its type and the other end: `7:probe@3`. `state` is the state after the event, as JSON.
 */
export function eventsToCsv({ steps, instance }: Story): string {
  const { network } = instance
  const rows = steps.map(({ event, received, firstSent, status, after }) => {
    const { time, processor, wakes, processed, sent, terminates } = event
    const ins = received.map(({ message, sender }, i) => `${processed[i]}:${message.type}@${sender}`)
    const outs = sent.map(
      ({ message, channel }, i) => `${firstSent + i}:${message.type}@${network.neighbor(processor, channel)}`,
    )
    return [time, processor, wakes, ins.join(' '), outs.join(' '), terminates, status, JSON.stringify(after)]
  })
  return stringify([[...columns], ...rows], { cast: { boolean: String } })
}
