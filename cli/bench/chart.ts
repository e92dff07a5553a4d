import { extname } from 'node:path'
import { InputError } from '../../engine/index.ts'
import type { BenchResults } from './measurement.ts'
import { referenceQueue } from './queues.ts'

const extensions = ['.svg', '.png']

/** Throws an InputError if there is no chart of such a name. */
export function assertChartName(path: string): void {
  if (!extensions.includes(extname(path)))
    throw new InputError(`--chart is “${path}”; its name must end in ${extensions.join(' or ')}`)
}

/** Draws the results as an SVG or, if `path` says so, a PNG. */
export async function drawBench(
  { node, processor, measurements }: BenchResults,
  path: string,
): Promise<string | Uint8Array> {
  // The library that draws takes long to load.
  const { defaultTheme, drawPng, drawSvg, standalone, throughputChart } = await import(
    '../../reports/index.ts'
  )
  const best = new Map<string, number>()
  for (const { title, ratio } of measurements)
    if (ratio !== null) best.set(title, Math.max(ratio, best.get(title) ?? 0))
  const throughput = {
    title: 'Messages per second of CPU time, by event queue',
    subtitle: [
      `${processor}, Node ${node}`,
      `At the right: the fastest of its row as a multiple of ${referenceQueue} on the same network`,
    ],
    axis: 'messages per second of CPU time',
    speeds: measurements.map(({ title, queue, messages_per_second }) => ({
      row: title,
      series: queue ?? 'no queue',
      rate: messages_per_second,
    })),
    notes: Object.fromEntries([...best].map(([title, ratio]) => [title, ratio.toFixed(ratio < 10 ? 1 : 0)])),
    noteHeader: `× ${referenceQueue}`,
  }
  const { spec, name } = throughputChart(throughput, defaultTheme)
  const drawing = await drawSvg(spec, name)
  return extname(path) === '.png' ? drawPng(drawing) : standalone(drawing)
}
