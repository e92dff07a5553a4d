import type { Diagram } from '../replay/diagram.ts'
import type { Run, RunEvent } from '../replay/run.ts'
import type { Inks } from './inks.ts'
import type { Pen } from './surface.ts'

/** How far on its way a message comes that does not get through. */
const reach = { omitted: 0.22, lost: 0.5, unheard: 0.9 } as const

/** A broken line for each message that does not get through; it ends in a small cross where that is. */
export function drawStrays(pen: Pen, diagram: Diagram, { events }: Run, inks: Inks): void {
  for (const { processor: from, time: sent, strays } of events)
    for (const { to, fate } of strays) {
      const [a, b] = diagram.ends({ from, to, sent, arrival: sent + 1 })
      const [x, y] = [a.x + reach[fate] * (b.x - a.x), a.y + reach[fate] * (b.y - a.y)]
      pen.setLineDash([4, 3])
      pen.strokeStyle = inks.muted
      pen.lineWidth = 1.2
      pen.beginPath()
      pen.moveTo(a.x, a.y)
      pen.lineTo(x, y)
      pen.stroke()
      pen.setLineDash([])
      cross(pen, x, y, 3, inks.muted, 1.2)
    }
}

/** A cross that stands out from what is below it. */
export function crashMark(pen: Pen, x: number, y: number, size: number, inks: Inks): void {
  cross(pen, x, y, size, inks.paper, 0.9 * size)
  cross(pen, x, y, size, inks.failed, 0.45 * size)
}

/** The arms of a cross about a processor, whose number stays to be read. */
export function strikeOut(pen: Pen, radius: number, colour: string): void {
  const [inner, outer] = [0.45 * radius, 0.9 * radius]
  pen.strokeStyle = colour
  pen.lineWidth = Math.max(1.2, 0.18 * radius)
  pen.beginPath()
  for (const [across, down] of corners) {
    pen.moveTo(across * inner, down * inner)
    pen.lineTo(across * outer, down * outer)
  }
  pen.stroke()
}

const corners = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const

function cross(pen: Pen, x: number, y: number, half: number, colour: string, breadth: number): void {
  pen.strokeStyle = colour
  pen.lineWidth = breadth
  pen.beginPath()
  pen.moveTo(x - half, y - half)
  pen.lineTo(x + half, y + half)
  pen.moveTo(x - half, y + half)
  pen.lineTo(x + half, y - half)
  pen.stroke()
}

/** By processor that crashes for good, when. */
export const crashTimes = ({ events }: Run): ReadonlyMap<number, number> => {
  const times = new Map<number, number>()
  for (const { processor, time, crashes, recovers } of events as readonly RunEvent[])
    if (crashes) times.set(processor, time)
    else if (recovers) times.delete(processor)
  return times
}
