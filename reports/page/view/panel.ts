import { inTransit } from '../replay/moment.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import type { Session } from '../replay/session.ts'
import { eventWords } from '../replay/words.ts'
import type { TravelRow } from '../set-up.ts'
import { actionBar } from './actions.ts'
import { Costs } from './costs.ts'
import { DelayEditor } from './delay-editor.ts'
import { DiagramView } from './diagram-view.ts'
import { element } from './dom.ts'
import { EventDetails } from './event-details.ts'
import { FaultEditor } from './faults/fault-editor.ts'
import { type Inks, inksOf, onSchemeChange } from './inks.ts'
import { legend } from './legend.ts'
import { NetworkView } from './network-view.ts'
import { Player } from './player.ts'
import { onPointer } from './pointer.ts'
import { Timeline, timelineState } from './timeline.ts'
import { Verdicts } from './verdicts.ts'
import { zoomable } from './zoomable.ts'

/** A run with all that a reader can do with it. */
export class Panel {
  readonly element: HTMLElement
  readonly #session: Session
  readonly #onLink: (link: string) => void
  readonly #player: Player
  readonly #network: NetworkView
  readonly #diagram = new DiagramView(() => this.#draw())
  readonly #legend = element('div', { class: 'legend' })
  readonly #timeline: Timeline
  readonly #costs: Costs
  readonly #details = new EventDetails((message) => this.#do(() => this.#session.select(message)))
  readonly #delays: DelayEditor
  readonly #faults: FaultEditor
  readonly #verdicts = new Verdicts()
  readonly #said = element('p', { class: 'said', role: 'status' })
  readonly #types: string[] = []
  readonly #stopListening: () => void
  #inks: Inks | null = null
  #waiting = false
  #closed = false
  /** What the lists show, and when they were made. */
  #listed: { readonly run: Run; readonly done: number; readonly selected: RunMessage | null } | null = null
  #listedAt = 0

  constructor(session: Session, { row, columns }: TravelRow, onLink: (link: string) => void) {
    const { original } = session
    this.#session = session
    this.#onLink = onLink
    this.#player = new Player(session.run, () => this.#draw())
    this.#network = new NetworkView(original, () => this.#draw())
    this.#timeline = new Timeline({
      goTo: (done) => this.#goTo(done),
      togglePlay: () => this.#player.toggle(),
      setSpeed: (factor) => this.#player.setSpeed(factor),
    })
    this.#costs = new Costs(original.row.messages === columns.messages && original.row.time === columns.time)
    this.#delays = new DelayEditor({
      setDelay: (place, delay) => this.#do(() => session.setDelay(place, delay)),
      removeEdit: (place) => this.#do(() => session.removeEdit(place)),
      removeAll: () => this.#do(() => session.removeAll()),
      choose: (place) => this.#do(() => session.select(place)),
    })
    this.#faults = new FaultEditor({
      decide: (edit) => this.#do(() => session.decide(edit)),
      remove: (processor) => this.#do(() => session.removeFault(processor)),
    })
    onPointer(this.#diagram, {
      selected: () => session.selected,
      select: (message) => this.#do(() => session.select(message)),
      goToTime: (time) => this.#player.goToTime(time),
      setDelay: (message, delay) => this.#do(() => session.setDelay(message, delay)),
    })
    this.element = element(
      'div',
      { class: 'travel' },
      this.#costs.element,
      element(
        'div',
        { class: 'pictures' },
        this.#network.surface.canvas,
        zoomable(this.#diagram, () => this.#draw()),
      ),
      this.#legend,
      this.#timeline.element,
      this.#delays.element,
      this.#faults.element,
      this.#verdicts.element,
      this.#details.element,
      this.#said,
      actionBar({
        link: () => `${location.href.split('#')[0]}${session.link}`,
        record: () => session.run.record,
        fileName: () => `run-${row}${session.run === original ? '' : '-edited'}.execution.jsonl`,
      }),
    )
    this.#stopListening = onSchemeChange(() => {
      this.#inks = null
      this.#network.refresh()
      this.#diagram.refresh()
      this.#draw()
    })
    onLink(session.link)
    this.#settle()
  }

  close(): void {
    this.#closed = true
    this.#player.pause()
    this.#stopListening()
    this.#network.surface.close()
    this.#diagram.surface.close()
    this.element.remove()
  }

  #goTo(done: number): void {
    this.#player.goTo(done)
    const event = this.#session.run.events[this.#player.done - 1]
    this.#said.textContent = event === undefined ? '' : eventWords(event, this.#session.run)
  }

  /** Does something with the session and shows what comes of it, or says why it cannot be done. */
  #do(action: () => void): void {
    const { link } = this.#session
    try {
      action()
    } catch (error) {
      this.#said.textContent = (error as Error).message
    }
    if (this.#session.link !== link) this.#onLink(this.#session.link)
    this.#draw()
  }

  /** Draws with the next frame, once. */
  #draw(): void {
    if (this.#waiting || this.#closed) return
    this.#waiting = true
    requestAnimationFrame((now) => {
      this.#waiting = false
      if (!this.#closed) this.#show(now)
    })
  }

  #show(now: number): void {
    const { run, selected, conditions } = this.#session
    this.#player.changeRun(run)
    const { done, time, playing } = this.#player
    conditions.moveTo(done)
    const inks = this.#freshInks(run)
    const colourOf = (type: string): string =>
      inks.types[Math.max(0, this.#types.indexOf(type)) % inks.types.length]!
    const scene = { run, done, time, conditions, selected, inks, colourOf }
    this.#network.draw(scene)
    this.#diagram.draw(scene)
    this.#timeline.show(timelineState(run, done, time, playing))
    // Nobody reads lists that change with every frame, and to make them takes long.
    if (playing && now - this.#listedAt < 250) return
    this.#listedAt = now
    this.#list(run, done, selected)
  }

  #freshInks(run: Run): Inks {
    const known = this.#inks
    if (known !== null && run === this.#listed?.run) return known
    const inks = known ?? inksOf(this.element)
    this.#inks = inks
    for (const { content } of run.messages)
      if (!this.#types.includes(content.type)) this.#types.push(content.type)
    this.#legend.replaceChildren(...legend(inks, this.#types, run))
    return inks
  }

  /** What there is to read; it is made anew only if it changes. */
  #list(run: Run, done: number, selected: RunMessage | null): void {
    const before = this.#listed
    if (before?.run === run && before.done === done && before.selected === selected) return
    this.#listed = { run, done, selected }
    this.#costs.show(this.#session.original, run)
    this.#details.show(run, done, inTransit(run, done), selected)
    this.#delays.show(run, selected, this.#session.edits)
    this.#faults.show(run, done, this.#session.faults)
    this.#verdicts.show(this.#session.original, run)
  }

  /** Lets the layout find its shape while the reader looks on. */
  #settle(): void {
    if (this.#closed) return
    const more = this.#network.settle()
    this.#draw()
    if (more) requestAnimationFrame(() => this.#settle())
  }
}
