import type { RunMessage } from '../replay/run.ts'
import type { DiagramView } from './diagram-view.ts'

interface PointerControls {
  selected(): RunMessage | null
  select(message: RunMessage | null): void
  goToTime(time: number): void
  setDelay(message: RunMessage, delay: number): void
}

/**
 * A click on a message of the diagram chooses it; the head of the chosen one can be dragged to another delay. Anywhere
 * else the pointer drags time.
 */
export function onPointer(diagram: DiagramView, controls: PointerControls): void {
  const { surface } = diagram
  const { canvas } = surface
  let drag: 'time' | RunMessage | null = null
  const dragTo = (event: PointerEvent): void => {
    const time = diagram.timeAt(surface.place(event))
    if (drag === 'time') controls.goToTime(time)
    else if (drag !== null) controls.setDelay(drag, Math.min(1, Math.max(0.01, time - drag.sent)))
  }
  canvas.addEventListener('pointerdown', (event) => {
    const place = surface.place(event)
    const selected = controls.selected()
    const found = diagram.messageAt(place)
    if (selected !== null && diagram.isHead(selected, place)) drag = selected
    else if (found !== null) controls.select(found)
    else drag = 'time'
    if (drag !== null) canvas.setPointerCapture(event.pointerId)
    dragTo(event)
  })
  canvas.addEventListener('pointermove', (event) => {
    if (drag !== null) return dragTo(event)
    const place = surface.place(event)
    const selected = controls.selected()
    const atHead = selected !== null && diagram.isHead(selected, place)
    canvas.style.cursor = atHead ? 'ew-resize' : diagram.messageAt(place) === null ? 'default' : 'pointer'
  })
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(end, () => {
      drag = null
    })
}
