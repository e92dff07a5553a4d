import { sharedAmong } from '../../../../engine/index.ts'
import type { Board } from '../../replay/shared/board.ts'
import { valueText } from '../../replay/shared/words.ts'
import { processorText } from '../../replay/words.ts'
import { element } from '../dom.ts'

/** More processors have no columns of their own for the copies in their caches. */
const columnsMax = 12
/** More variables than these are shown only if they were used. */
const variablesMax = 80

/** The shared variables: their values, where they live, and who holds a valid copy of them. */
export class MemoryView {
  readonly element = element('section', { 'aria-label': 'The shared variables', tabindex: '0' })

  show(board: Board): void {
    const { variables, values, processors } = board.configuration
    const turn = board.run.turns[board.done - 1]
    const columns = processors.length <= columnsMax ? [...processors.keys()] : null
    const homes = variables.some(({ home }) => home !== null)
    const rows = [...variables.keys()].filter(
      (v) => !variables[v]!.isCoin && (variables.length <= variablesMax || board.held(v).size > 0),
    )
    const head = element(
      'tr',
      {},
      element('th', { scope: 'col' }, 'variable'),
      element('th', { scope: 'col', class: 'number' }, 'value'),
      homes ? element('th', { scope: 'col' }, 'lives at') : null,
      ...(columns ?? []).map((p) => element('th', { scope: 'col', class: 'copy' }, processorText(p))),
      columns === null ? element('th', { scope: 'col' }, 'valid copies') : null,
    )
    const body = rows.map((v) => {
      const { name, home } = variables[v]!
      const just = turn?.step.variable === v
      const written = just && turn.step.kind !== 'read' && turn.step.kind !== 'await'
      const held = board.held(v)
      return element(
        'tr',
        { class: just ? 'just' : null },
        element('th', { scope: 'row' }, name),
        element('td', { class: `value${written ? ' written' : ''}` }, valueText(values[v]!)),
        homes ? element('td', {}, home === null ? '' : processorText(home)) : null,
        ...(columns ?? []).map((p) => element('td', { class: 'copy' }, ...copyMark(held.get(p), p))),
        columns === null ? element('td', { class: 'locals' }, copiesText(held)) : null,
      )
    })
    const hidden = sharedAmong(variables).length - rows.length
    this.element.replaceChildren(
      element('table', { class: 'facts' }, element('thead', {}, head), element('tbody', {}, ...body)),
      ...(hidden > 0 ? [element('p', {}, `and ${hidden} that nobody holds a copy of`)] : []),
    )
  }
}

/** ● for a valid copy, ◆ for the only one, which its holder has written. */
function copyMark(copy: 'valid' | 'only' | undefined, p: number): (HTMLElement | string)[] {
  if (copy === undefined) return []
  const words = copy === 'only' ? 'the only valid copy, which it has written' : 'a valid copy'
  return [
    element(
      'span',
      { role: 'img', 'aria-label': `${processorText(p)} holds ${words}`, title: words },
      copy === 'only' ? '◆' : '●',
    ),
  ]
}

function copiesText(held: ReadonlyMap<number, 'valid' | 'only'>): string {
  const all = [...held].map(([p, copy]) => `${processorText(p)}${copy === 'only' ? ' ◆' : ''}`)
  return all.length <= 10 ? all.join(' ') : `${all.slice(0, 8).join(' ')} and ${all.length - 8} more`
}
