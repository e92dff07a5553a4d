import type { Run } from '../replay/run.ts'
import { changeWords, costWords } from '../replay/words.ts'
import { element } from './dom.ts'

/** What the run costs, beside what it cost before the reader changed anything, and whether that is what the table says. */
export class Costs {
  /** Read out when it changes. */
  readonly element = element('div', { class: 'costs', 'aria-live': 'polite' })
  readonly #agrees: boolean
  #shown: Run | null = null

  constructor(agrees: boolean) {
    this.#agrees = agrees
  }

  show(original: Run, run: Run): void {
    if (run === this.#shown) return
    this.#shown = run
    const edited = run !== original
    const unit = run.synchronous ? 'rounds' : 'time'
    this.element.replaceChildren(
      cost('messages', original.row.messages, run.row.messages, edited),
      cost(unit, original.row.time, run.row.time, edited),
      edited || !this.#agrees ? this.#note(original, run) : agreement(original),
    )
  }

  #note(original: Run, run: Run): HTMLElement {
    if (!this.#agrees)
      return element(
        'p',
        { class: 'bad' },
        `runs.csv says otherwise: the code or a file has changed since. Here the run has ${original.row.messages} messages and takes ${original.row.time}.`,
      )
    const { outcome, detail, extra } = run.row
    if (detail !== null) return element('p', { class: 'bad' }, `With your changes: ${outcome}, ${detail}.`)
    const claims = extra.beyond === undefined ? 'violates no claim' : 'is held to no claim'
    return element('p', {}, `With your changes it ends as ${outcome} and ${claims}.`)
  }
}

const agreement = ({ row }: Run): HTMLElement =>
  element(
    'p',
    {},
    element('span', { class: 'good' }, '✓ '),
    `Run again in this page: messages ${row.messages}, time ${row.time}, as in runs.csv to the last digit.`,
  )

function cost(name: string, original: number | null, now: number | null, edited: boolean): HTMLElement {
  const change = edited ? changeWords(original, now) : ''
  return element(
    'div',
    { class: 'cost', 'data-cost': name },
    element('span', { class: 'name' }, name),
    element('span', { class: 'value' }, costWords(original, now, edited)),
    change === '' ? null : element('span', { class: 'change' }, change),
  )
}
