import type { DiagramView } from './diagram-view.ts'
import { button, element } from './dom.ts'

/** The diagram, with buttons for how much of the time it shows; `draw` draws it anew. */
export function zoomable(diagram: DiagramView, draw: () => void): HTMLElement {
  const buttons = zoomButtons((factor) => {
    diagram.lengthen(factor)
    draw()
  }, 'time')
  return element('div', { class: 'zoomable' }, diagram.surface.canvas, buttons)
}

/** Buttons for how much is shown: more, or less and larger. `shown` is what runs from left to right. */
export function zoomButtons(lengthen: (factor: number) => void, shown: 'time' | 'steps'): HTMLElement {
  return element(
    'div',
    { class: 'zoom' },
    button('−', () => lengthen(2), `Show more of the ${shown}`),
    button('+', () => lengthen(0.5), `Show less of the ${shown}, larger`),
  )
}
