import type { Link, OpenTravel, Travel } from '../../page/index.ts'
import { button, element } from '../../page/view/dom.ts'
import { copyButton } from './copy.ts'
import { factsOf, list, nameOf, place } from './facts.ts'
import { commandOf, type KnownRun, type Runs } from './runs.ts'

/** The engine in this page; absent where its script does not run. */
const travel = (): Travel | undefined => (globalThis as { readonly admissible?: Travel }).admissible

/** Shows all that is known of a run, the command that runs it again, and its execution. */
export class RunDialog {
  readonly #runs: Runs
  readonly #dialog = element('dialog', { class: 'run', 'aria-labelledby': 'run-title' })
  #travel: OpenTravel | undefined

  constructor(runs: Runs) {
    this.#runs = runs
    document.body.append(this.#dialog)
    // A click beside the dialog closes it.
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close()
    })
    this.#dialog.addEventListener('close', () => {
      this.#empty()
      setLink('')
    })
  }

  /** Opens the run that the address asks for, if there is one. */
  openLinked(): void {
    const link = travel()?.readLink(location.hash)
    const run = link == null ? null : this.#runs.numbered(link.row)
    if (run !== null && link != null) this.open(run, link)
  }

  open(run: KnownRun, { edits, faults, steps }: Omit<Link, 'row'> = { edits: [] }): void {
    this.#empty()
    const command = commandOf(run)
    const execution = element('div', { class: 'execution' })
    const close = button('Close', () => this.#dialog.close())
    this.#dialog.append(
      element(
        'div',
        { class: 'sheet' },
        element(
          'header',
          {},
          element('h2', { id: 'run-title' }, nameOf(this.#runs, run)),
          element('p', { class: 'aside' }, place(run)),
          close,
        ),
        list(factsOf(this.#runs, run)),
        typeof run.detail === 'string' ? element('p', { class: 'detail' }, run.detail) : null,
        element(
          'div',
          { class: 'command' },
          element('code', {}, ...words(command)),
          copyButton('command', () => command),
        ),
        execution,
      ),
    )
    if (!this.#dialog.open) this.#dialog.showModal()
    close.focus()
    if (edits.length === 0 && faults === undefined && steps === undefined) setLink(`#run=${run.row}`)
    this.#travel = travel()?.open(
      execution,
      { row: Number(run.row), columns: run, command },
      { edits, faults, steps, onLink: setLink },
    )
  }

  #empty(): void {
    this.#travel?.close()
    this.#travel = undefined
    this.#dialog.replaceChildren()
  }
}

/** The address tells what is shown, so that it can be passed on; the way back does not lead through every step. */
function setLink(link: string): void {
  history.replaceState(null, '', link === '' ? location.pathname + location.search : link)
}

/** Lines break between words and not at their hyphens. */
const words = (command: string): Node[] =>
  command.split(' ').flatMap((word) => [element('span', {}, word), document.createTextNode(' ')])
