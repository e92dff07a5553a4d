import { InputError } from '../errors.ts'
import { arrayBySlot } from '../topology/array-by-slot.ts'
import { ChannelRow } from '../topology/channel-row.ts'
import type { Graph } from '../topology/graph.ts'
import { type DataRow, measuredWords, openDataFile, pathParameter } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'
import { processorReader } from './processor-reader.ts'

/**
 * A given delay for each directed channel, from lines “from to delay”. Delays of at most 1 are taken as they
 * stand; if one is larger, all times are scaled by the largest delay observed.
 */
export const table: DelayFamily<'table'> = {
  name: 'table',
  words: ({ given }) => measuredWords(table, given),
  summary: 'a file with a delay for each directed channel, in lines “from to delay”',
  parameters: {
    path: pathParameter,
    default: {
      kind: 'number',
      min: 0,
      aboveMin: true,
      description: 'the delay of channels that the file does not name; without it, it must name all',
    },
  },
  positional: 'path',
  create({ graph, values, readFile }) {
    const { path, rows: lines } = openDataFile('table', values, readFile)
    const rows = isHeader(lines[0]!) ? lines.slice(1) : lines
    const delays = arrayBySlot(graph, 'delays that belong to channels')
    const slotOf = directedChannels(graph)
    const processorOf = processorReader(graph, rows)
    for (const row of rows) {
      const { place, fields } = row
      if (fields.length !== 3)
        throw new InputError(`${place} has ${fields.length} fields; it needs three: from to delay`)
      const slot = slotOf.get(processorOf(row, 0) * graph.n + processorOf(row, 1))
      if (slot === undefined)
        throw new InputError(`${place}: no channel leads from ${fields[0]} to ${fields[1]}`)
      if (delays[slot] !== 0)
        throw new InputError(`${place}: the channel from ${fields[0]} to ${fields[1]} has a delay already`)
      delays[slot] = readDelay(row)
    }
    if (values.default === undefined) assertComplete(delays, graph, path)
    else for (const [slot, delay] of delays.entries()) delays[slot] = delay || (values.default as number)
    return { kind: 'per channel', bounded: delays.every((delay) => delay <= 1), delays }
  },
}

const isHeader = ({ fields }: DataRow): boolean => fields.join(' ').toLowerCase() === 'from to delay'

/** The slot of the channel from p to q, by p · n + q. */
function directedChannels(graph: Graph): ReadonlyMap<number, number> {
  const slots = new Map<number, number>()
  const row = new ChannelRow(graph)
  for (let p = 0; p < graph.n; p++) {
    row.read(p)
    for (let i = row.begin; i < row.end; i++)
      slots.set(p * graph.n + row.neighbors[i]!, row.firstSlot + i - row.begin)
  }
  return slots
}

function readDelay({ place, fields }: DataRow): number {
  const delay = Number(fields[2])
  if (!(delay > 0 && delay < Number.POSITIVE_INFINITY))
    throw new InputError(`${place}, field 3: “${fields[2]}” is no delay; it must be a positive number`)
  return delay
}

/** Throws if a channel has no delay yet. */
function assertComplete(delays: Float64Array, graph: Graph, path: string): void {
  const missing = delays.reduce((count, delay) => count + (delay === 0 ? 1 : 0), 0)
  if (missing === 0) return
  const slot = delays.indexOf(0)
  let sender = 0
  while (graph.firstSlot(sender) + graph.degree(sender) <= slot) sender++
  const receiver = graph.neighbor(sender, slot - graph.firstSlot(sender))
  const [from, to] = [sender, receiver].map((p) => graph.details.labels?.at(p) ?? p)
  throw new InputError(
    `${path} gives no delay for ${missing} of ${delays.length} directed channels, the first from ${from} to ${to}; add them, or default=DELAY`,
  )
}
