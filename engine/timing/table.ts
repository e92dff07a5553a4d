import { InputError } from '../errors.ts'
import { arrayBySlot } from '../topology/array-by-slot.ts'
import { ChannelRow } from '../topology/channel-row.ts'
import type { Graph } from '../topology/graph.ts'
import { counted } from '../topology/notes.ts'
import { type DataRow, measuredWords, openDataFile, pathParameter } from './data-file.ts'
import type { DelayFamily } from './delay-family.ts'
import { isMeasurement, LatencyReader } from './latency.ts'
import { listTitle, namedColumns } from './latency-list.ts'
import { processorReader } from './processor-reader.ts'
import { readAs } from './read-as.ts'

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
      max: 1e100,
      description: 'the delay of channels that the file does not name; without it, it must name all',
    },
  },
  positional: 'path',
  create({ graph, values, readFile }) {
    const file = openDataFile('table', values, readFile)
    const { path, rows: lines } = file
    const columns = namedColumns(lines[0]!) ?? { from: 0, to: 1, latency: 2, header: 0 }
    const { from, to, header } = columns
    const rows = lines.slice(header)
    const width = header === 0 ? 3 : lines[0]!.fields.length
    const reader = new LatencyReader()
    const delays = arrayBySlot(graph, 'delays that belong to channels')
    const slotOf = directedChannels(graph)
    const processorOf = processorReader(graph, rows, [from, to])
    for (const row of rows) {
      const { place, fields } = row
      if (fields.length !== width)
        throw new InputError(
          header === 0
            ? `${place} has ${fields.length} fields; it needs three: from to delay`
            : `${place} has ${fields.length} fields; the header has ${width}`,
        )
      const slot = slotOf.get(processorOf(row, from) * graph.n + processorOf(row, to))
      if (slot === undefined)
        throw new InputError(`${place}: no channel leads from ${fields[from]} to ${fields[to]}`)
      if (delays[slot] !== 0)
        throw new InputError(
          `${place}: the channel from ${fields[from]} to ${fields[to]} has a delay already`,
        )
      delays[slot] = readDelay(reader, row, columns.latency)
    }
    if (values.default === undefined) assertComplete(delays, graph, path)
    else for (const [slot, delay] of delays.entries()) delays[slot] = delay || (values.default as number)
    const others = delays.length - rows.length
    const counts = [counted(rows.length, 'delay'), ...(others === 0 ? [] : [`${others} by default`])]
    return {
      kind: 'per channel',
      bounded: delays.every((delay) => delay <= 1),
      // Who is told of the table is told of its ends.
      bounds: { min: delays.reduce((a, b) => Math.min(a, b)), max: delays.reduce((a, b) => Math.max(a, b)) },
      delays,
      readAs: readAs(file, listTitle('delay', header), counts),
    }
  },
}

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

function readDelay(reader: LatencyReader, row: DataRow, column: number): number {
  const delay = isMeasurement(row.fields[column]!, row) ? reader.read(row, column) : Number.NaN
  if (delay > 0) return delay
  throw new InputError(
    `${row.place}, field ${column + 1}: “${row.fields[column]}” is no delay; it must be a positive number`,
  )
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
