import type { Run, RunMessage } from './run.ts'

/** A rectangle in pixels. */
interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The times that are shown. */
interface Span {
  readonly from: number
  readonly to: number
}

/** What is sent from a processor to another, and when. */
type Line = Pick<RunMessage, 'from' | 'to' | 'sent' | 'arrival'>

export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Where things stand in the space–time diagram of a run: time goes right, a line for each processor. On a ring the
 * first comes again below the last, so that messages between the two cross nothing.
 */
export class Diagram {
  readonly box: Box
  readonly span: Span
  readonly lanes: number
  readonly #run: Run
  readonly #wraps: boolean

  constructor(run: Run, box: Box, span: Span = { from: 0, to: run.end || 1 }) {
    const { n, details } = run.instance.network
    this.#run = run
    this.box = box
    this.span = span
    this.#wraps = details.orientation === 'ring'
    this.lanes = n + (this.#wraps ? 1 : 0)
  }

  /** Pixels between two lines. */
  get gap(): number {
    return (this.box.bottom - this.box.top) / this.lanes
  }

  x(time: number): number {
    const { from, to } = this.span
    return this.box.left + ((this.box.right - this.box.left) * (time - from)) / (to - from)
  }

  /** The time that stands at a place; at the nearest if that lies outside. */
  timeAt(x: number): number {
    const part = (x - this.box.left) / (this.box.right - this.box.left)
    return this.span.from + (this.span.to - this.span.from) * Math.min(1, Math.max(0, part))
  }

  y(lane: number): number {
    return this.box.top + (lane + 0.5) * this.gap
  }

  /** Whether any of a message's line is shown. */
  shows({ sent, arrival }: RunMessage): boolean {
    return sent <= this.span.to && arrival >= this.span.from
  }

  /** Both ends of a message's line. */
  ends({ from, to, sent, arrival }: Line): readonly [Point, Point] {
    const last = this.#run.instance.network.n - 1
    const across = this.#wraps && last > 1 && Math.abs(from - to) === last
    const lane = (p: number): number => (across && p === 0 ? last + 1 : p)
    return [
      { x: this.x(sent), y: this.y(lane(from)) },
      { x: this.x(arrival), y: this.y(lane(to)) },
    ]
  }

  /** The message whose line passes nearest to a place, if it is near. */
  messageAt(place: Point, reach = 7): RunMessage | null {
    let found: RunMessage | null = null
    for (const message of this.#run.messages) {
      if (!this.shows(message)) continue
      const distance = distanceToLine(place, ...this.ends(message))
      if (distance < reach) {
        found = message
        reach = distance
      }
    }
    return found
  }
}

function distanceToLine({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(x - a.x - part * dx, y - a.y - part * dy)
}

/** The part of a run to show around a time: 1 / zoom of all of it, with a little of what was and more of what comes. */
export function spanAround(run: Run, time: number, zoom: number): Span {
  const all = run.end || 1
  const length = all / zoom
  const from = Math.min(all - length, Math.max(0, time - 0.3 * length))
  return { from, to: from + length }
}

/** Round times for the axis, as many as have room. */
export function ticks({ from, to }: Span, room: number, wholeOnly: boolean): number[] {
  const least = (to - from) / Math.max(1, room)
  const power = 10 ** Math.floor(Math.log10(least))
  const fitting = [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least)!
  const step = wholeOnly ? Math.max(1, Math.round(fitting)) : fitting
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}
