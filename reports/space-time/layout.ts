import type { Arrow, Story } from '../../engine/index.ts'
import { textWidth } from '../fonts/text-width.ts'
import { defaultTheme } from '../themes/index.ts'

const { sizes } = defaultTheme

/** The line of a processor; on a ring that is shown whole, the first comes again below the last. */
export interface Lane {
  readonly processor: number
  readonly name: string
  readonly again: boolean
  readonly y: number
}

/** Where everything stands, in pixels. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** The top of the diagram proper, below title and legend. */
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly lanes: readonly Lane[]
  x(time: number): number
  /** The ends of an arrow: at the first line of its processor, or at the second where the arrow then is shorter. */
  ends(arrow: Arrow): readonly [number, number]
}

const margin = 18
const spacing = 44
/** Where the diagram begins under a key of one row, and what each further row takes. */
const underOneRow = 86
export const keyRow = 20

/** Where everything stands under a key; `rowsOfKey` says how many rows that has in a diagram of a width. */
export function layOut(story: Story, rowsOfKey: (width: number) => number): Layout {
  const { processors, from, to } = story
  const names = processors.map((p) => nameOf(story, p))
  const left = margin + 14 + Math.max(...names.map((name) => textWidth(name, sizes.label)))
  const breadth = breadthOf(story)
  const width = left + breadth + margin + 10
  const top = underOneRow + keyRow * (rowsOfKey(width) - 1)
  const wraps = story.header.instance.orientation === 'ring' && processors.length === story.header.instance.n
  const order = processors.map((processor, i) => ({ processor, name: names[i]!, again: false }))
  if (wraps) order.push({ processor: processors[0]!, name: names[0]!, again: true })
  const lanes = order.map((lane, i) => ({ ...lane, y: top + 24 + spacing * i }))
  const place = new Map(lanes.filter(({ again }) => !again).map(({ processor, y }) => [processor, y]))
  const last = lanes.at(-1)!
  const [first, second] = [processors[0], processors.at(-1)]
  const bottom = last.y + 26
  const span = to - from || 1
  return {
    width,
    height: bottom + 46,
    top,
    bottom,
    left,
    right: left + breadth,
    lanes,
    x: (time) => left + (breadth * (time - from)) / span,
    ends(arrow) {
      const y = (p: number, other: number) =>
        wraps && p === first && other === second ? last.y : place.get(p)!
      return [y(arrow.from, arrow.to), y(arrow.to, arrow.from)]
    },
  }
}

/** Broad enough for the busiest processor's events, and no broader than a picture can be. */
function breadthOf({ steps }: Story): number {
  const counts = new Map<number, number>()
  for (const { event } of steps) counts.set(event.processor, (counts.get(event.processor) ?? 0) + 1)
  return Math.min(3000, Math.max(760, 30 * Math.max(0, ...counts.values())))
}

/** What a processor is called: by its number and by what the algorithm tells it of itself. */
function nameOf({ algorithm, instance }: Story, p: number): string {
  const id = algorithm.requires.identifiers ? ` · id ${instance.ids[p]}` : ''
  const root = algorithm.requires.root && p === instance.root ? ' · root' : ''
  return `p${p}${id}${root}`
}
