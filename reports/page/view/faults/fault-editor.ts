import { timeText } from '../../../../engine/index.ts'
import { crashing, type Decision, decisionOf, lying } from '../../replay/faults/decision.ts'
import { type FaultEdit, faultText } from '../../replay/faults/fault-edits.ts'
import { faultWords } from '../../replay/faults/fault-words.ts'
import type { Run } from '../../replay/run.ts'
import { processorText } from '../../replay/words.ts'
import { button, element, renew } from '../dom.ts'
import { crashForm } from './crash-form.ts'
import { lieForm } from './lie-form.ts'

/** More processors nobody looks for in a list. */
const listed = 500

interface FaultControls {
  decide(edit: FaultEdit): void
  /** Null: of all processors. */
  remove(processor: number | null): void
}

/** Whether and how a processor fails, from the step on at which the reader is; and all that the reader has decided. */
export class FaultEditor {
  readonly element = element('section', { class: 'faults', 'aria-label': 'Faults' })
  readonly #controls: FaultControls
  readonly #who = element('select', { 'aria-label': 'Processor that may fail' })
  readonly #chosen = element('div', { class: 'choice' })
  readonly #edits = element('ul', { class: 'edits', 'aria-label': 'Decided faults' })
  /** What is shown. */
  #run: Run | null = null
  #done = -1
  #faults: readonly FaultEdit[] = []
  #processor = 0

  constructor(controls: FaultControls) {
    this.#controls = controls
    this.#who.addEventListener('change', () => {
      this.#processor = Number(this.#who.value)
      this.#showChoice()
    })
    this.element.append(this.#chosen, this.#edits)
  }

  show(run: Run, done: number, faults: readonly FaultEdit[]): void {
    // Who moves in time looks at another processor; who changes something goes on with the same.
    const moved = this.#run === null || (run === this.#run && done !== this.#done)
    const latest = run.events[done - 1]?.processor
    if (moved && latest !== undefined) this.#processor = latest
    this.#run = run
    this.#done = done
    this.#faults = faults
    this.#showChoice()
    renew(this.#edits, ...faults.map((edit) => this.#edit(edit)), this.#removeAll(faults.length))
  }

  #showChoice(): void {
    const run = this.#run!
    this.#offer(run.instance.network.n)
    this.#who.value = String(this.#processor)
    const decision = decisionOf(run, this.#faults, this.#processor, this.#done)
    renew(
      this.#chosen,
      this.#who,
      ...(run.decidable(this.#processor)
        ? [latestStep(run, decision), this.#kinds(decision), ...this.#form(run, decision)]
        : [element('span', {}, ' fails in another way, or comes back after crashes; that stays as it is.')]),
    )
  }

  /** Of many processors, only the one that is looked at: others are reached by going to a step of theirs. */
  #offer(n: number): void {
    if (n <= listed && this.#who.length > 0) return
    const offered = n <= listed ? Array.from({ length: n }, (_, p) => p) : [this.#processor]
    this.#who.replaceChildren(...offered.map((p) => new Option(processorText(p), String(p))))
  }

  /** What it may do, one of three. */
  #kinds(decision: Decision): HTMLElement {
    const { kind, processor } = decision.edit
    const kinds = [
      ['works', { kind: 'works', processor }],
      ['crashes', crashing(decision, [])],
      ['lies', lying(decision, '')],
    ] as const
    return element(
      'fieldset',
      { class: 'kinds' },
      element('legend', { class: 'said' }, `What ${processorText(processor)} does`),
      ...kinds.map(([value, edit]) => {
        const made = element('input', { type: 'radio', name: 'fault-kind', value, 'aria-label': value })
        made.checked = kind === value
        made.addEventListener('change', () => this.#controls.decide(edit))
        return element('label', {}, made, value)
      }),
    )
  }

  #form(run: Run, decision: Decision): HTMLElement[] {
    const decide = (edit: FaultEdit): void => this.#controls.decide(edit)
    const { kind } = decision.edit
    return kind === 'crashes'
      ? crashForm(run, decision, decide)
      : kind === 'lies'
        ? lieForm(run, decision, decide)
        : []
  }

  #edit(edit: FaultEdit): HTMLElement {
    const { processor } = edit
    const remove = button(
      '×',
      () => this.#controls.remove(processor),
      `Remove what is decided of ${processorText(processor)}`,
    )
    const look = (): void => {
      this.#processor = processor
      this.#showChoice()
    }
    return element('li', { title: faultText(edit) }, button(faultWords(edit, this.#run!), look), remove)
  }

  #removeAll(count: number): HTMLElement | null {
    if (count < 2) return null
    return element(
      'li',
      {},
      button('Remove all faults', () => this.#controls.remove(null)),
    )
  }
}

/** In which step a processor would crash or lie. */
function latestStep({ synchronous }: Run, { event, taken }: Decision): HTMLElement {
  const when = event === undefined ? '' : `${synchronous ? 'in round' : 'at time'} ${timeText(event.time)}`
  const which = taken ? 'its latest step is' : 'its first step will be'
  return element('span', { class: 'when' }, event === undefined ? 'takes no step' : `${which} ${when}`)
}
