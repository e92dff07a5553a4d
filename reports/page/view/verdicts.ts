import { beyondWords, type Judged, judgedClaims, judgedProperties } from '../replay/judged.ts'
import type { Run } from '../replay/run.ts'
import { element } from './dom.ts'

/** What the properties and claims say of a run in which something fails, or that the reader has changed. */
export class Verdicts {
  readonly element = element('section', {
    class: 'verdicts',
    'aria-label': 'What holds',
    'aria-live': 'polite',
  })
  #shown: Run | null = null

  show(original: Run, run: Run): void {
    if (run === this.#shown) return
    this.#shown = run
    const plain = run === original && run.faults === original.faults && run.faults === 'none'
    const [properties, claims] = plain ? [[], []] : [judgedProperties(run), judgedClaims(original, run)]
    const beyond = plain ? null : beyondWords(run)
    this.element.hidden = properties.length + claims.length === 0 && beyond === null
    this.element.replaceChildren(
      ...(properties.length === 0 ? [] : [list('Properties', properties)]),
      ...(beyond === null ? [] : [element('p', { class: 'bad' }, `No claim applies, ${beyond}.`)]),
      ...(claims.length === 0 || beyond !== null ? [] : [list('Claims', claims)]),
    )
  }
}

const list = (name: string, judged: readonly Judged[]): HTMLElement =>
  element('ul', { 'aria-label': name }, ...judged.map(line))

const line = ({ name, verdict, reason }: Judged): HTMLElement => {
  const { sign, said, look } = signs[verdict]
  return element(
    'li',
    {},
    element('span', { class: look, 'aria-hidden': 'true' }, `${sign} `),
    element('span', { class: 'said' }, `${said}: `),
    element('strong', {}, name),
    reason === null ? null : element('span', {}, ` ${reason}`),
  )
}

const signs = {
  holds: { sign: '✓', said: 'holds', look: 'good' },
  broken: { sign: '✗', said: 'broken', look: 'bad' },
  open: { sign: '…', said: 'open', look: 'neutral' },
  'not judged': { sign: '–', said: 'not judged', look: 'neutral' },
} as const
