import { formalShared, stateLines } from '../../../../engine/index.ts'
import type { Board } from '../../replay/shared/board.ts'
import { processorText } from '../../replay/words.ts'
import { button, element } from '../dom.ts'

/** More processors than these nobody reads. */
const shownMax = 64

/** Where each processor is, its local variables, what its passage has cost, and a button that lets it take the next step. */
export class ProcessorsView {
  readonly element = element('div', { class: 'processors' })
  readonly #take: (p: number) => void

  constructor(take: (p: number) => void) {
    this.#take = take
  }

  show(board: Board): void {
    const { processors } = board.configuration
    // With two in the critical section, the execution is over.
    const over = processors.filter(({ section }) => section === 'critical').length > 1
    const last = board.run.turns[board.done - 1]?.step.processor
    const columns = [
      'processor',
      'section',
      'next line',
      'local variables',
      'steps',
      'remote, cc',
      'remote, dsm',
    ]
    const rows = processors.slice(0, shownMax).map(({ section, line, state, passagesLeft }, p) => {
      const finished = section === 'remainder' && passagesLeft === 0
      const costs = board.costs(p)
      const take = button('Step', () => this.#take(p), `Let ${processorText(p)} take the next step`)
      take.disabled = finished || over
      return element(
        'tr',
        { class: p === last ? 'just' : null },
        element('th', { scope: 'row' }, processorText(p)),
        element('td', {}, element('span', { class: `chip ${section}` }, section)),
        element(
          'td',
          {},
          finished ? 'none' : `${formalShared.operationUnderWay(board.configuration, p)} ${line}`,
        ),
        element('td', { class: 'locals' }, stateLines(state).join(', ')),
        ...(['steps', 'cc', 'dsm'] as const).map((count) =>
          element('td', { class: 'number' }, costs === null ? '' : String(costs[count])),
        ),
        element('td', {}, take),
      )
    })
    const head = columns.map((name, i) =>
      element('th', { scope: 'col', class: i > 3 ? 'number' : null }, name),
    )
    const more = processors.length - rows.length
    this.element.replaceChildren(
      element(
        'table',
        { class: 'facts' },
        element('thead', {}, element('tr', {}, ...head, element('td', {}))),
        element('tbody', {}, ...rows),
      ),
      ...(more > 0 ? [element('p', {}, `and ${more} more`)] : []),
    )
  }
}
