import {
  askedText,
  type History,
  type HistoryEvent,
  isPending,
  operationsOf,
  valueText,
} from '../../engine/index.ts'

/** An operation as a bar on the line of its processor, or an output as a point with its text behind it. */
export interface Bar {
  readonly kind: 'operation' | 'pending' | 'output'
  readonly processor: number
  /** Bars of a processor that overlap are on rows of their own, from 0. */
  readonly row: number
  readonly text: string
  readonly start: number
  /** Of a pending operation: where its text ends. */
  readonly end: number
  readonly event: HistoryEvent
}

/** Bars and what they take. */
export interface Bars {
  readonly bars: readonly Bar[]
  /** The processors, in order, and how many rows each has. */
  readonly lanes: readonly { readonly processor: number; readonly rows: number }[]
  readonly width: number
}

/** Lengths, in whatever a text is measured in. */
interface Measures {
  readonly widthOf: (text: string) => number
  /** The least distance of two events. */
  readonly gap: number
  /** What a bar has before and behind its text. */
  readonly padding: number
}

/**
 * Places the events of a short history from left to right in their order, as far apart as their texts need it. It is the
 * order that makes a history right or wrong; times are not kept to.
 */
export function layOutBars(history: History, { widthOf, gap, padding }: Measures): Bars {
  const operations = new Map(operationsOf(history).map((operation) => [operation.id, operation]))
  const open = new Map<number, { -readonly [K in keyof Bar]: Bar[K] }>()
  const bars: { -readonly [K in keyof Bar]: Bar[K] }[] = []
  /** By processor, where each row is free again; Infinity while a bar is open. */
  const rows = new Map<number, number[]>()
  let x = 0
  const place = (event: HistoryEvent, kind: Bar['kind'], text: string): (typeof bars)[number] => {
    const ends = rows.get(event.processor) ?? []
    rows.set(event.processor, ends)
    const free = ends.findIndex((end) => end < x)
    const row = free < 0 ? ends.length : free
    const end = x + widthOf(text) + 2 * padding
    ends[row] = kind === 'operation' ? Number.POSITIVE_INFINITY : end
    const bar = { kind, processor: event.processor, row, text, start: x, end, event }
    bars.push(bar)
    return bar
  }
  for (const event of history) {
    x += gap
    if (event.kind === 'invocation') {
      const operation = operations.get(event.id)!
      const pending = isPending(operation)
      const answer = operation.result === undefined ? '' : ` → ${valueText(operation.result)}`
      open.set(event.id, place(event, pending ? 'pending' : 'operation', `${askedText(operation)}${answer}`))
    } else if (event.kind === 'response') {
      const bar = open.get(event.id)!
      x = bar.end = Math.max(x, bar.end)
      rows.get(bar.processor)![bar.row] = x
    } else place(event, 'output', outputText(event.output, event.value))
  }
  const lanes = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([processor, ends]) => ({ processor, rows: ends.length }))
  return { bars, lanes, width: Math.max(x, ...bars.map(({ end }) => end)) }
}

function outputText(output: string, value: unknown): string {
  const { from, value: content } = (value ?? {}) as { readonly from?: unknown; readonly value?: unknown }
  if (output === 'deliver' && typeof from === 'number') return `${valueText(content)} of p_${from}`
  return value === undefined ? output : `${output} ${valueText(value)}`
}
