import { crossingText, messageText, stateChanges, stateLines, timeText } from '../../../engine/index.ts'
import type { Run, RunEvent, RunMessage } from '../replay/run.ts'
import { processorText, strayWords } from '../replay/words.ts'
import { button, element, renew } from './dom.ts'

/** More lines than these nobody reads. */
const listed = 60

/** What has just happened: the processor, what it received and sent, its state; and what is in transit. */
export class EventDetails {
  readonly element = element('div', { class: 'details' })
  readonly #select: (message: RunMessage) => void
  readonly #event = element('section', { 'aria-label': 'The last event', tabindex: '0' })
  readonly #transit = element('section', { 'aria-label': 'Messages in transit', tabindex: '0' })

  constructor(select: (message: RunMessage) => void) {
    this.#select = select
    this.element.append(this.#event, this.#transit)
  }

  show(run: Run, done: number, inTransit: readonly RunMessage[], selected: RunMessage | null): void {
    const event = run.events[done - 1]
    renew(this.#event, ...(event === undefined ? [before()] : this.#describe(event, run, selected)))
    const { length } = inTransit
    renew(
      this.#transit,
      element('h3', {}, length === 0 ? 'Nothing in transit' : `In transit: ${length}`),
      this.#messages(
        inTransit,
        (message) => `${route(message)}, until ${timeText(Number(message.arrival.toPrecision(4)))}`,
        selected,
      ),
    )
  }

  #describe(event: RunEvent, run: Run, selected: RunMessage | null): HTMLElement[] {
    const { processor, time, wakes, terminates, received, crossings, firstSent, sent, before, after } = event
    const when = `${run.synchronous ? 'round' : 'time'} ${timeText(time)}`
    const notes = [
      ...(event.lies ? ['Byzantine'] : []),
      ...(event.recovers ? ['comes back'] : []),
      ...(wakes ? ['wakes by itself'] : []),
      ...(terminates ? ['terminates'] : []),
      ...(event.crashes ? ['crashes'] : []),
    ]
    const changes = new Set(stateChanges(before, after).map((line) => line.split(':')[0]))
    const changed = stateChanges(before, after)
    const same = stateLines(after).filter((line) => !changes.has(line.split(':')[0]))
    return [
      element(
        'h3',
        {},
        `${processorText(processor)} at ${when}`,
        ...(notes.length === 0 ? [] : [element('small', {}, ` ${notes.join(', ')}`)]),
      ),
      ...this.#part(
        'receives',
        received.map((id) => run.messages[id]!),
        ({ from }) => `from ${processorText(from)}`,
        selected,
      ),
      ...(crossings.length === 0
        ? []
        : [
            element(
              'ul',
              { class: 'crossings', 'aria-label': 'At its interface' },
              ...crossings.map((crossing) => element('li', {}, crossingText(crossing))),
            ),
          ]),
      element(
        'ul',
        { class: 'state', 'aria-label': 'State' },
        ...changed.map((line) => element('li', { class: 'changes' }, line)),
        ...same.map((line) => element('li', {}, line)),
      ),
      ...this.#part(
        'sends',
        run.messages.slice(firstSent, firstSent + sent),
        ({ to }) => `to ${processorText(to)}`,
        selected,
      ),
      ...(event.strays.length === 0
        ? []
        : [
            element('h4', {}, 'does not get through'),
            element(
              'ul',
              { class: 'strays' },
              ...event.strays.map((stray) => element('li', {}, strayWords(stray))),
            ),
          ]),
    ]
  }

  #part(
    name: string,
    messages: readonly RunMessage[],
    where: (message: RunMessage) => string,
    selected: RunMessage | null,
  ): HTMLElement[] {
    if (messages.length === 0) return []
    return [element('h4', {}, name), this.#messages(messages, where, selected)]
  }

  #messages(
    messages: readonly RunMessage[],
    where: (message: RunMessage) => string,
    selected: RunMessage | null,
  ): HTMLElement {
    const lines = messages.slice(0, listed).map((message) => {
      const text = `m${message.id} ${messageText(message.content)}`
      const choose = button(text, () => this.#select(message))
      choose.setAttribute('aria-pressed', String(selected?.id === message.id))
      return element('li', {}, choose, ` ${where(message)}`)
    })
    const more = messages.length - lines.length
    return element(
      'ul',
      { class: 'messages' },
      ...lines,
      more > 0 ? element('li', {}, `and ${more} more`) : null,
    )
  }
}

const before = (): HTMLElement =>
  element('p', {}, 'Nothing has happened yet: all processors are in their initial states.')

const route = ({ from, to }: RunMessage): string => `${processorText(from)} → ${processorText(to)}`
