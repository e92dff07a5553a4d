import { timeText } from '../../../engine/index.ts'
import { type Edit, type Place, placeText } from '../replay/edits.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import { messageWords, processorText, travelWords } from '../replay/words.ts'
import { button, element, renew } from './dom.ts'

interface DelayControls {
  setDelay(place: Place, delay: number): void
  removeEdit(place: Place): void
  choose(place: Place): void
  removeAll(): void
}

/** The chosen message with a slider for its delay, and all delays that the reader has changed. */
export class DelayEditor {
  readonly element = element('section', { class: 'delays', 'aria-label': 'Delays' })
  readonly #controls: DelayControls
  readonly #slider = element('input', { type: 'range', 'aria-label': 'Delay of the chosen message' })
  readonly #number = element('input', {
    type: 'number',
    'aria-label': 'Delay of the chosen message, as a number',
  })
  readonly #chosen = element('p', { class: 'chosen' })
  readonly #setting = element(
    'div',
    { class: 'setting' },
    element('span', { 'aria-hidden': 'true' }, 'delay'),
    this.#slider,
    this.#number,
  )
  readonly #edits = element('ul', { class: 'edits', 'aria-label': 'Changed delays' })
  #place: Place | null = null
  #longest = 1

  constructor(controls: DelayControls) {
    this.#controls = controls
    for (const input of [this.#slider, this.#number])
      input.addEventListener('input', () => this.#set(input.value))
    this.element.append(this.#chosen, this.#setting, this.#edits)
  }

  show(run: Run, message: RunMessage | null, edits: readonly Edit[]): void {
    const editable = message !== null && !run.synchronous
    this.#place = message
    this.#longest = run.longest
    this.#chosen.replaceChildren(...chosenText(run, message))
    this.#setting.hidden = !editable
    if (editable) this.#showDelay(message.delay)
    renew(this.#edits, ...edits.map((edit) => this.#edit(edit)))
    if (edits.length > 1)
      this.#edits.append(
        element(
          'li',
          {},
          button('Remove all', () => this.#controls.removeAll()),
        ),
      )
  }

  #showDelay(delay: number): void {
    for (const input of [this.#slider, this.#number]) {
      input.max = String(this.#longest)
      input.min = input === this.#slider ? '0.01' : '0'
      input.step = input === this.#slider ? '0.01' : 'any'
      // What is being typed stays as it is.
      if (document.activeElement !== input) input.value = String(Number(delay.toFixed(4)))
    }
    this.#slider.setAttribute('aria-valuetext', `delay ${timeText(delay)}`)
  }

  #set(text: string): void {
    const delay = Number(text)
    if (this.#place !== null && delay > 0 && delay <= this.#longest)
      this.#controls.setDelay(this.#place, delay)
  }

  #edit(edit: Edit): HTMLElement {
    const { from, to, nth, delay } = edit
    const text = `${processorText(from)} → ${processorText(to)}${nth === 1 ? '' : `, no. ${nth}`}: ${timeText(delay)}`
    const remove = button(
      '×',
      () => this.#controls.removeEdit(edit),
      `Remove the delay of ${placeText(edit)}`,
    )
    return element(
      'li',
      {},
      button(text, () => this.#controls.choose(edit)),
      remove,
    )
  }
}

function chosenText(run: Run, message: RunMessage | null): (Node | string)[] {
  if (message === null)
    return [
      run.synchronous
        ? 'In rounds every message takes one: there are no delays to change. Choose a message to look at it.'
        : 'Choose a message, in the diagram or in a list, to change its delay and watch the cost.',
    ]
  const rounds = run.synchronous ? ' In rounds every message takes one.' : ''
  return [element('strong', {}, messageWords(message)), `, ${travelWords(message, run)}.${rounds}`]
}
