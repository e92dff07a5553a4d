import { formalShared, isSharedObject } from '../../../../engine/index.ts'
import type { Board } from '../../replay/shared/board.ts'
import type { Program } from '../../replay/shared/program.ts'
import { processorText } from '../../replay/words.ts'
import { element } from '../dom.ts'

/** More processors at one place are counted, not named. */
const namedMax = 12

/** The program in its sections, or the operations of an object, with the processors at the lines that they take next. */
export class ProgramView {
  readonly element = element('section', { class: 'program', 'aria-label': 'The program', tabindex: '0' })
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  show(board: Board): void {
    const { processors } = board.configuration
    const last = board.run.turns[board.done - 1]?.step
    const at = (section: formalShared.Section, line?: number, operation?: string): number[] =>
      [...processors.keys()].filter((p) => {
        const own = processors[p]!
        if (own.section !== section || (line !== undefined && own.line !== line)) return false
        return operation === undefined || formalShared.operationUnderWay(board.configuration, p) === operation
      })
    const chipsOf = (list: readonly number[], section: formalShared.Section) =>
      chips(list, section, last?.processor ?? -1)
    const lines = (operation: string, section: formalShared.Section): HTMLElement =>
      element(
        'ol',
        { 'aria-label': operation },
        ...(this.#program[operation] ?? []).map(({ number, text }) => {
          const just = last !== undefined && last.operation === operation && last.line === number
          return element(
            'li',
            { class: just ? 'just' : null },
            element('span', {}, String(number)),
            element('code', {}, text),
            chipsOf(at(section, number, operation), section),
          )
        }),
      )
    const resting = band('remainder section', 'section', chipsOf(at('remainder'), 'remainder'))
    if (isSharedObject(board.run.algorithm)) {
      const operations = Object.keys(this.#program).flatMap((name) => [
        element('h3', {}, name),
        lines(name, 'operation'),
      ])
      this.element.replaceChildren(resting, ...operations)
      return
    }
    const inside = at('critical')
    this.element.replaceChildren(
      resting,
      element('h3', {}, 'acquire'),
      lines('acquire', 'entry'),
      band(
        'critical section',
        `section critical${inside.length > 1 ? ' crowded' : ''}`,
        chipsOf(inside, 'critical'),
      ),
      element('h3', {}, 'release'),
      lines('release', 'exit'),
    )
  }
}

const band = (name: string, className: string, inside: HTMLElement): HTMLElement =>
  element('div', { class: className }, name, inside)

function chips(list: readonly number[], section: string, just: number): HTMLElement {
  const named = list.slice(0, namedMax)
  const more = list.length - named.length
  return element(
    'span',
    { class: 'chips' },
    ...named.map((p) =>
      element('span', { class: `chip ${section}${p === just ? ' just' : ''}` }, processorText(p)),
    ),
    more > 0 ? element('span', { class: `chip ${section}` }, `${more} more`) : null,
  )
}
