import { copyButton } from './copy.ts'
import { button, element } from './element.ts'
import { factsOf, list, place } from './facts.ts'
import { cellJson, commandOf, type KnownRun, type Runs } from './runs.ts'

/** The door to the engine in this page, where it is there: it runs a cell again and shows the execution in a container. */
interface Door {
  open(cellJson: string, options: { readonly container: HTMLElement }): unknown
}

/** Shows all that is known of a run, the command that runs it again, and its execution. */
export class RunDialog {
  readonly #runs: Runs
  readonly #dialog = element('dialog', { class: 'run', 'aria-labelledby': 'run-title' })

  constructor(runs: Runs) {
    this.#runs = runs
    document.body.append(this.#dialog)
    // A click beside the dialog closes it.
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close()
    })
    this.#dialog.addEventListener('close', () => this.#dialog.replaceChildren())
  }

  open(run: KnownRun): void {
    const command = commandOf(run)
    const execution = element('div', { class: 'execution' })
    this.#dialog.replaceChildren(
      element(
        'div',
        { class: 'sheet' },
        element(
          'header',
          {},
          element('h2', { id: 'run-title' }, this.#runs.label('algorithm', run).value),
          element('p', { class: 'aside' }, place(run)),
          button('Close', () => this.#dialog.close(), { class: 'close' }),
        ),
        list(factsOf(this.#runs, run)),
        ...(typeof run.detail === 'string' ? [element('p', { class: 'detail' }, run.detail)] : []),
        element(
          'div',
          { class: 'command' },
          element('code', { tabindex: '0' }, command),
          copyButton('command', () => command),
        ),
        execution,
      ),
    )
    if (!this.#dialog.open) this.#dialog.showModal()
    const door = (globalThis as { readonly admissible?: Door }).admissible
    door?.open(cellJson(run), { container: execution })
  }
}
