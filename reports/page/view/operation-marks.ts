import { type OperationSpan, operationSpans } from '../../../engine/index.ts'
import { barOpacity } from '../../space-time/bar-opacity.ts'
import type { Diagram } from '../replay/diagram.ts'
import type { Run } from '../replay/run.ts'
import type { Inks } from './inks.ts'
import type { Pen } from './surface.ts'

/** A bar on the line of its processor for each operation, with its name where there is room; a triangle for each output. */
export function drawOperations(pen: Pen, diagram: Diagram, run: Run, inks: Inks): void {
  const { service } = run.algorithm
  if (service === undefined) return
  const height = Math.min(12, 0.55 * diagram.gap)
  if (height < 1) return
  pen.fillStyle = inks.text
  for (const span of operationSpans(service, run.events)) drawBar(pen, diagram, span, height, inks)
  pen.globalAlpha = 1
  for (const { time, processor, crossings } of run.events)
    if (crossings.some(({ kind }) => kind === 'output'))
      drawOutput(pen, diagram.x(time), diagram.y(processor) - height / 2, Math.min(7, 0.3 * diagram.gap))
}

function drawBar(
  pen: Pen,
  diagram: Diagram,
  { kind, processor, operation, argument, from, to }: OperationSpan,
  height: number,
  inks: Inks,
): void {
  const { box, gap } = diagram
  const [begin, y] = [Math.max(box.left - 6, diagram.x(from)), diagram.y(processor)]
  const end = Number.isFinite(to) ? diagram.x(to) : box.right + 6
  if (end < box.left || begin > box.right) return
  pen.globalAlpha = barOpacity[kind]
  pen.fillRect(begin, y - height / 2, Math.max(1.5, end - begin), height)
  if (kind === 'held' || gap < 34) return
  const label = argument === undefined ? operation : `${operation} ${String(argument)}`
  pen.font = `11px ${inks.font}`
  if (pen.measureText(label).width > end - begin - 6) return
  pen.globalAlpha = 1
  pen.fillStyle = inks.muted
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillText(label, begin + 3, y + height / 2 + 8)
  pen.fillStyle = inks.text
}

function drawOutput(pen: Pen, x: number, bottom: number, size: number): void {
  pen.beginPath()
  pen.moveTo(x, bottom)
  pen.lineTo(x - 0.57 * size, bottom - size)
  pen.lineTo(x + 0.57 * size, bottom - size)
  pen.fill()
}
