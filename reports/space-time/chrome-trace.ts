import { messageText, type Story } from '../../engine/index.ts'

/**
 * The execution as a trace in the JSON format of Chrome, which Perfetto reads: a thread for each processor, a slice
 * for each computation event, a flow for each message. One unit of time is a second.
 */
export function chromeTrace({ processors, steps, arrows, algorithm }: Story): string {
  const micros = (time: number): number => Math.round(1e9 * time) / 1e3
  const at = (time: number, processor: number) => ({ ts: micros(time), pid: 0, tid: processor })
  const names = processors.map((p) => ({
    ph: 'M',
    name: 'thread_name',
    pid: 0,
    tid: p,
    args: { name: `p${p}` },
  }))
  const events = steps.map(({ event, received, after, status }) => ({
    ph: 'X',
    name: received.map(({ message }) => message.type).join(' ') || (event.wakes ? 'wakes' : 'round'),
    ...at(event.time, event.processor),
    // Computation takes no time; what takes none cannot be seen, nor carry flows.
    dur: 1,
    args: { received: received.map(({ message }) => messageText(message)), status, state: after },
  }))
  const flow = { cat: 'message', pid: 0 }
  const messages = arrows.flatMap(({ id, message, from, to, sent, arrival }) => [
    { ph: 's', name: message.type, id, ...flow, ...at(sent, from) },
    { ph: 'f', bp: 'e', name: message.type, id, ...flow, ...at(arrival, to) },
  ])
  const process = { ph: 'M', name: 'process_name', pid: 0, args: { name: algorithm.name } }
  return `${JSON.stringify({ displayTimeUnit: 'ms', traceEvents: [process, ...names, ...events, ...messages] })}\n`
}
