import { element } from '../dom.ts'
import type { Inks } from '../inks.ts'
import { sectionInks } from './sections.ts'

/** What bars and marks mean. */
export function lanesLegend(inks: Inks, isObject: boolean): HTMLElement[] {
  const looks = sectionInks(inks)
  const bar = (section: 'entry' | 'critical' | 'exit' | 'operation', name: string): HTMLElement => {
    const mark = element('i', { class: 'bold', 'aria-hidden': 'true' })
    mark.style.background = looks[section].colour
    mark.style.height = section === 'critical' ? '.7em' : '.35em'
    return element('span', {}, mark, name)
  }
  const dot = (fill: string, name: string): HTMLElement => {
    const mark = element('i', { 'aria-hidden': 'true' })
    mark.style.background = fill
    mark.style.borderColor = inks.text
    return element('span', {}, mark, name)
  }
  return [
    ...(isObject
      ? [bar('operation', 'operation')]
      : [bar('entry', 'entry'), bar('critical', 'critical section'), bar('exit', 'exit')]),
    dot(inks.text, 'a step that is a remote reference in a cache-coherent memory'),
    dot(inks.paper, 'a step that is not'),
    element('span', {}, '● a valid copy in the cache, ◆ the only one'),
  ]
}
