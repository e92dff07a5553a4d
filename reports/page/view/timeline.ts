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

/** Where the reader is in a run. */
interface TimelineState {
  /** How many events there are, and how many have happened. */
  readonly events: number
  readonly done: number
  readonly playing: boolean
  /** For those who hear it. */
  readonly words: string
  readonly now: string
}

/** Buttons and a slider: an event a step. */
export class Timeline {
  readonly element: HTMLElement
  readonly #slider = element('input', {
    type: 'range',
    min: '0',
    step: '1',
  })
  readonly #text = element('output', { class: 'now' })
  readonly #play: HTMLButtonElement
  readonly #back: HTMLButtonElement
  readonly #forward: HTMLButtonElement
  #done = 0

  /** `event` is what one step is called. */
  constructor(controls: TimeControls, event = 'event') {
    this.#slider.setAttribute(
      'aria-label',
      event === 'event' ? 'Events that have happened' : 'Steps that have been taken',
    )
    this.#slider.addEventListener('input', () => controls.goTo(Number(this.#slider.value)))
    this.#play = button('Play', () => controls.togglePlay())
    this.#play.className = 'play'
    this.#back = button('‹ Back', () => controls.goTo(this.#done - 1), `Back one ${event}`)
    this.#forward = button('Forward ›', () => controls.goTo(this.#done + 1), `Forward one ${event}`)
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

  show({ events, done, playing, words, now }: TimelineState): void {
    this.#done = done
    this.#slider.max = String(events)
    this.#slider.value = String(done)
    this.#slider.setAttribute('aria-valuetext', words)
    this.#text.textContent = now
    this.#play.textContent = playing ? 'Pause' : 'Play'
    this.#back.disabled = done === 0
    this.#forward.disabled = done === events
  }
}

/** The same of a run that passes messages. */
export function timelineState(run: Run, done: number, time: number, playing: boolean): TimelineState {
  const { events, end, synchronous } = run
  const event = events[done - 1]
  const shown = synchronous ? Math.floor(time) : Number(time.toFixed(3))
  return {
    events: events.length,
    done,
    playing,
    words: `event ${done} of ${events.length}${event === undefined ? '' : `: ${eventWords(event, run)}`}`,
    now: `${synchronous ? 'round' : 'time'} ${shown} of ${timeText(end)} · event ${done} of ${events.length}`,
  }
}

const speeds = [
  [0.25, '¼ speed'],
  [0.5, '½ speed'],
  [1, 'Speed 1'],
  [2, '2 × speed'],
  [4, '4 × speed'],
] as const
