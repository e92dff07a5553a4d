import type { Run, RunMessage } from './run.ts'

/** A rectangle in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

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
  readonly lanes: number
  readonly #run: Run
  readonly #end: number
  readonly #wraps: boolean

  constructor(run: Run, box: Box) {
    const { n, details } = run.instance.network
    this.#run = run
    this.box = box
    this.#end = run.end || 1
    this.#wraps = details.orientation === 'ring'
    this.lanes = n + (this.#wraps ? 1 : 0)
  }

  /** Pixels between two lines. */
  get gap(): number {
    return (this.box.bottom - this.box.top) / this.lanes
  }

  x(time: number): number {
    return this.box.left + ((this.box.right - this.box.left) * time) / this.#end
  }

  /** The time that stands at a place, within that of the run. */
  timeAt(x: number): number {
    const part = (x - this.box.left) / (this.box.right - this.box.left)
    return this.#end * Math.min(1, Math.max(0, part))
  }

  y(lane: number): number {
    return this.box.top + (lane + 0.5) * this.gap
  }

  /** Both ends of a message's line. */
  ends({ from, to, sent, arrival }: RunMessage): readonly [Point, Point] {
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

/** Round times for the axis, as many as have room. */
export function ticks(end: number, room: number, wholeOnly: boolean): number[] {
  const least = (end || 1) / Math.max(1, room)
  const power = 10 ** Math.floor(Math.log10(least))
  const fitting = [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least)!
  const step = wholeOnly ? Math.max(1, Math.round(fitting)) : fitting
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(12)),
  )
}
