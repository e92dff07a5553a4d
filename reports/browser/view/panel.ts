import type { CellRunner } from '../replay/cell-runner.ts'
import { type Edit, linkText, type Place, samePlace, withEdit, withoutEdit } from '../replay/edits.ts'
import { Conditions, inTransit } from '../replay/moment.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import { eventWords } from '../replay/words.ts'
import type { TravelRow } from '../set-up.ts'
import { actionBar } from './actions.ts'
import { Costs } from './costs.ts'
import { DelayEditor } from './delay-editor.ts'
import { DiagramView } from './diagram-view.ts'
import { element } from './dom.ts'
import { EventDetails } from './event-details.ts'
import { type Inks, inksOf, onSchemeChange } from './inks.ts'
import { legend } from './legend.ts'
import { NetworkView } from './network-view.ts'
import { Player } from './player.ts'
import { onPointer } from './pointer.ts'
import { Timeline } from './timeline.ts'

/** A run with all that a reader can do with it. */
export class Panel {
  readonly element: HTMLElement
  readonly #runner: CellRunner
  readonly #row: TravelRow
  readonly #onLink: (link: string) => void
  #run: Run
  #edits: readonly Edit[]
  #conditions: Conditions
  /** The chosen message; its place stays chosen where a run does not have it. */
  #selected: Place | null = null
  #message: RunMessage | null = null
  #inks: Inks | null = null
  /** Whether the next frame draws; and the moment that the lists show. */
  #waiting = false
  #shown: { readonly run: Run; readonly done: number; readonly selected: Place | null } | null = null
  #listed = 0
  #closed = false
  readonly #player: Player
  readonly #network: NetworkView
  readonly #diagram = new DiagramView(() => this.#draw())
  readonly #timeline: Timeline
  readonly #costs: Costs
  readonly #details = new EventDetails((message) => this.#select(message))
  readonly #delays: DelayEditor
  readonly #said = element('p', { class: 'said', role: 'status' })
  readonly #types: readonly string[]
  readonly #stopListening: () => void

  constructor(runner: CellRunner, row: TravelRow, edits: readonly Edit[], onLink: (link: string) => void) {
    const { original } = runner
    this.#runner = runner
    this.#row = row
    this.#edits = edits
    this.#onLink = onLink
    this.#run = runner.run(edits)
    this.#conditions = new Conditions(this.#run)
    this.#types = [...new Set(original.messages.map(({ content }) => content.type))]
    this.#player = new Player(this.#run, () => this.#draw())
    this.#network = new NetworkView(original, () => this.#draw())
    this.#timeline = new Timeline({
      goTo: (done) => this.#goTo(done),
      togglePlay: () => this.#player.toggle(),
      setSpeed: (factor) => {
        this.#player.speed = factor
      },
    })
    const { messages, time } = row.columns
    this.#costs = new Costs(original.row.messages === messages && original.row.time === time)
    this.#delays = new DelayEditor({
      setDelay: (place, delay) => this.#edit(withEdit(this.#edits, { ...bare(place), delay })),
      removeEdit: (place) => this.#edit(withoutEdit(this.#edits, place)),
      choose: (place) => {
        this.#selected = place
        this.#message = this.#find(place)
        this.#draw()
      },
      removeAll: () => this.#edit([]),
    })
    onPointer(this.#diagram, {
      selected: () => this.#message,
      select: (message) => this.#select(message),
      goToTime: (time) => this.#player.goToTime(time),
      setDelay: (message, delay) => this.#edit(withEdit(this.#edits, { ...bare(message), delay })),
    })
    this.element = element(
      'div',
      { class: 'travel' },
      this.#costs.element,
      element('div', { class: 'pictures' }, this.#network.surface.canvas, this.#diagram.surface.canvas),
      element('div', { class: 'legend' }),
      this.#timeline.element,
      this.#delays.element,
      this.#details.element,
      this.#said,
      actionBar({
        link: () => `${location.href.split('#')[0]}${this.#link}`,
        record: () => this.#run.record,
        fileName: () => `run-${row.row}${this.#edits.length === 0 ? '' : '-edited'}.execution.jsonl`,
      }),
    )
    this.#stopListening = onSchemeChange(() => {
      this.#inks = null
      this.#network.refresh()
      this.#diagram.refresh()
      this.#draw()
    })
    this.#onLink(this.#link)
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

  get #link(): string {
    return linkText({ row: this.#row.row, edits: this.#edits })
  }

  #goTo(done: number): void {
    this.#player.goTo(done)
    const event = this.#run.events[this.#player.done - 1]
    this.#said.textContent = event === undefined ? '' : eventWords(event, this.#run)
  }

  #select(message: RunMessage | null): void {
    this.#selected = message
    this.#message = message
    this.#draw()
  }

  /** The chosen message as it is in another run. */
  #find(place: Place | null): RunMessage | null {
    if (place === null) return null
    return this.#run.messages.find((message) => samePlace(message, place)) ?? null
  }

  /** Runs the cell again with these delays. */
  #edit(edits: readonly Edit[]): void {
    this.#edits = edits
    this.#run = this.#runner.run(edits)
    this.#message = this.#find(this.#selected)
    this.#conditions = new Conditions(this.#run)
    this.#player.changeRun(this.#run)
    this.#onLink(this.#link)
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
    const { done, time, playing } = this.#player
    if (this.#inks === null) {
      this.#inks = inksOf(this.element)
      this.element
        .querySelector('.legend')!
        .replaceChildren(...legend(this.#inks, this.#types, this.#runner.original))
    }
    const inks = this.#inks
    const run = this.#run
    this.#conditions.moveTo(done)
    const scene = {
      ...{ run, done, time, inks, selected: this.#message, conditions: this.#conditions },
      colourOf: (type: string) => inks.types[Math.max(0, this.#types.indexOf(type)) % inks.types.length]!,
    }
    this.#network.draw(scene)
    this.#diagram.draw(scene)
    this.#timeline.show(run, done, time, playing)
    // Nobody reads lists that change with every frame, and to make them takes long.
    if (playing && now - this.#listed < 250) return
    this.#listed = now
    this.#showLists(run, done)
  }

  /** The lists change only with an event, and are long. */
  #showLists(run: Run, done: number): void {
    const shown = this.#shown
    if (shown?.run === run && shown.done === done && shown.selected === this.#selected) return
    this.#shown = { run, done, selected: this.#selected }
    const message = this.#message
    this.#costs.show(this.#runner.original, run)
    this.#details.show(run, done, inTransit(run, done), message)
    this.#delays.show(run, message, this.#edits)
  }

  /** Lets the layout find its shape while the reader looks on. */
  #settle(): void {
    if (this.#closed) return
    const more = this.#network.settle()
    this.#draw()
    if (more) requestAnimationFrame(() => this.#settle())
  }
}

const bare = ({ from, to, nth }: Place): Place => ({ from, to, nth })
