import { timeText } from '../../../engine/index.ts'
import { type Diagram, ticks } from '../replay/diagram.ts'
import type { Run, RunEvent, RunMessage } from '../replay/run.ts'
import { processorText } from '../replay/words.ts'
import { crashMark, crashTimes, drawStrays } from './fault-marks.ts'
import type { Inks } from './inks.ts'
import { drawOperations } from './operation-marks.ts'
import type { Scene } from './scene.ts'
import type { Pen } from './surface.ts'

/** The lines of the processors with their names, and the axis of time. */
export function drawFrame(pen: Pen, diagram: Diagram, run: Run, inks: Inks): void {
  const { box, gap, lanes } = diagram
  const { n } = run.instance.network
  pen.font = `12px ${inks.font}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'right'
  pen.lineWidth = 1
  // Names and lines stand for every processor only where there is room.
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].find((step) => step * gap >= 13) ?? n
  const crashes = crashTimes(run)
  for (let lane = 0; lane < lanes; lane++) {
    const [p, y] = [lane % n, diagram.y(lane)]
    const lies = run.liars.has(p)
    if (lane % step === 0 || (lane === n && step === 1)) {
      pen.fillStyle = lies ? inks.failed : lane === n ? inks.muted : inks.text
      pen.fillText(processorText(p), box.left - 9, y)
    } else if (gap < 4) continue
    // The line of whoever crashes ends there.
    const end = Math.min(box.right, diagram.x(crashes.get(p) ?? Number.POSITIVE_INFINITY))
    if (end > box.left) stroke(pen, lies ? inks.failed : inks.line, 1, box.left, y, end, y)
  }
  pen.fillStyle = inks.muted
  pen.textAlign = 'center'
  for (const tick of ticks(diagram.span, (box.right - box.left) / 56, run.synchronous)) {
    const x = diagram.x(tick)
    stroke(pen, inks.muted, 1, x, box.bottom, x, box.bottom + 4)
    pen.fillText(timeText(tick), x, box.bottom + 13)
  }
}

/** All messages, those of the chain that realises the time bold, and all events. */
export function drawMarks(pen: Pen, diagram: Diagram, { run, inks, colourOf }: Scene): void {
  clipTo(pen, diagram)
  drawOperations(pen, diagram, run, inks)
  const many = run.messages.length > 1500
  const breadth = many ? 0.7 : run.messages.length > 300 ? 1 : 1.4
  pen.globalAlpha = many ? 0.4 : 0.85
  for (const message of run.messages)
    if (!run.witness.has(message.id) && diagram.shows(message))
      drawMessage(pen, diagram, message, colourOf(message.content.type), breadth)
  pen.globalAlpha = 1
  for (const id of run.witness) {
    const message = run.messages[id]!
    drawMessage(pen, diagram, message, colourOf(message.content.type), many ? 2.2 : 3)
  }
  drawStrays(pen, diagram, run, inks)
  const size = Math.min(4, 0.3 * diagram.gap)
  if (size < 0.8) return
  for (const event of run.events) drawEvent(pen, diagram, event, inks, size)
}

/** An arrow, whose head ends at the rim of the event. */
export function drawMessage(
  pen: Pen,
  diagram: Diagram,
  message: RunMessage,
  colour: string,
  breadth: number,
): void {
  const [a, b] = diagram.ends(message)
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length]
  const rim = Math.min(4, 0.3 * diagram.gap)
  const head = diagram.gap > 7 ? 4 + 1.6 * breadth : 0
  const [x, y] = [b.x - rim * dx, b.y - rim * dy]
  stroke(pen, colour, breadth, a.x, a.y, x - 0.7 * head * dx, y - 0.7 * head * dy)
  if (head === 0) return
  pen.fillStyle = colour
  pen.beginPath()
  pen.moveTo(x, y)
  pen.lineTo(x - head * dx - 0.45 * head * dy, y - head * dy + 0.45 * head * dx)
  pen.lineTo(x - head * dx + 0.45 * head * dy, y - head * dy - 0.45 * head * dx)
  pen.fill()
}

/** Full; a ring where the processor wakes by itself; a square where it terminates; a cross where it crashes. */
function drawEvent(pen: Pen, diagram: Diagram, event: RunEvent, inks: Inks, size: number): void {
  const [x, y] = [diagram.x(event.time), diagram.y(event.processor)]
  if (event.crashes) return crashMark(pen, x, y, 1.3 * size, inks)
  pen.beginPath()
  if (event.terminates) pen.rect(x - size, y - size, 2 * size, 2 * size)
  else pen.arc(x, y, event.wakes ? size : 0.85 * size, 0, 2 * Math.PI)
  const ink = event.lies ? inks.failed : inks.text
  pen.fillStyle = event.wakes && !event.terminates ? inks.paper : ink
  pen.fill()
  pen.strokeStyle = ink
  pen.lineWidth = 1.2
  pen.stroke()
}

/** What lies outside the times that are shown is not drawn, but for half a mark. */
export function clipTo(pen: Pen, { box }: Diagram): void {
  pen.beginPath()
  pen.rect(box.left - 6, 0, box.right - box.left + 12, box.bottom + 6)
  pen.clip()
}

/** A straight line. */
export function stroke(
  pen: Pen,
  colour: string,
  breadth: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  pen.strokeStyle = colour
  pen.lineWidth = breadth
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}
