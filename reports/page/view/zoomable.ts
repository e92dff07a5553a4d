import type { DiagramView } from './diagram-view.ts'
import { button, element } from './dom.ts'

/** The diagram, with buttons for how much of the time it shows; `draw` draws it anew. */
export function zoomable(diagram: DiagramView, draw: () => void): HTMLElement {
  const zoom = (text: string, factor: number, name: string) =>
    button(
      text,
      () => {
        diagram.lengthen(factor)
        draw()
      },
      name,
    )
  const buttons = [zoom('−', 2, 'Show more of the time'), zoom('+', 0.5, 'Show less of the time, larger')]
  return element(
    'div',
    { class: 'zoomable' },
    diagram.surface.canvas,
    element('div', { class: 'zoom' }, ...buttons),
  )
}
