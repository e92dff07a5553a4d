import { timeText } from '../../../engine/index.ts'
import type { Run } from '../replay/run.ts'
import { eventWords } from '../replay/words.ts'
import { button, element } from './dom.ts'

/** What the reader can do with time. */
interface TimeControls {
  /** To where so many events have happened. */
  goTo(done: number): void
  togglePlay(): void
  setSpeed(factor: number): void
}

/** Buttons and a slider: an event a step. */
export class Timeline {
  readonly element: HTMLElement
  readonly #slider = element('input', {
    type: 'range',
    min: '0',
    step: '1',
    'aria-label': 'Events that have happened',
  })
  readonly #text = element('output', { class: 'now' })
  readonly #play: HTMLButtonElement
  readonly #back: HTMLButtonElement
  readonly #forward: HTMLButtonElement
  #done = 0

  constructor(controls: TimeControls) {
    this.#slider.addEventListener('input', () => controls.goTo(Number(this.#slider.value)))
    this.#play = button('Play', () => controls.togglePlay())
    this.#play.className = 'play'
    this.#back = button('‹ Back', () => controls.goTo(this.#done - 1), 'Back one event')
    this.#forward = button('Forward ›', () => controls.goTo(this.#done + 1), 'Forward one event')
    const speed = element('select', { 'aria-label': 'Speed' })
    for (const [factor, name] of speeds)
      speed.append(new Option(name, String(factor), factor === 1, factor === 1))
    speed.addEventListener('change', () => controls.setSpeed(Number(speed.value)))
    this.element = element(
      'div',
      { class: 'timeline' },
      element('div', { class: 'buttons' }, this.#back, this.#play, this.#forward, speed),
      this.#slider,
      this.#text,
    )
  }

  show(run: Run, done: number, time: number, playing: boolean): void {
    const { events, end, synchronous } = run
    this.#done = done
    this.#slider.max = String(events.length)
    this.#slider.value = String(done)
    const event = events[done - 1]
    this.#slider.setAttribute(
      'aria-valuetext',
      `event ${done} of ${events.length}${event === undefined ? '' : `: ${eventWords(event, run)}`}`,
    )
    const shown = synchronous ? Math.floor(time) : Number(time.toFixed(3))
    this.#text.textContent = `${synchronous ? 'round' : 'time'} ${shown} of ${timeText(end)} · event ${done} of ${events.length}`
    this.#play.textContent = playing ? 'Pause' : 'Play'
    this.#back.disabled = done === 0
    this.#forward.disabled = done === events.length
  }
}

const speeds = [
  [0.25, '¼ speed'],
  [0.5, '½ speed'],
  [1, 'Speed 1'],
  [2, '2 × speed'],
  [4, '4 × speed'],
] as const
