import { isSharedObject } from '../../../../engine/index.ts'
import type { Program } from '../../replay/shared/program.ts'
import type { SharedSession } from '../../replay/shared/session.ts'
import { remoteText, turnText } from '../../replay/shared/words.ts'
import type { TravelRow } from '../../set-up.ts'
import { actionBar } from '../actions.ts'
import { button, element } from '../dom.ts'
import { type Inks, inksOf, onSchemeChange } from '../inks.ts'
import { Timeline } from '../timeline.ts'
import { zoomButtons } from '../zoomable.ts'
import { sharedCosts } from './costs.ts'
import { LanesView } from './lanes-view.ts'
import { lanesLegend } from './legend.ts'
import { MemoryView } from './memory-view.ts'
import { ProcessorsView } from './processors-view.ts'
import { ProgramView } from './program-view.ts'
import { StepPlayer } from './step-player.ts'
import { sharedStyle } from './style.ts'

/** A run on shared memory with all that a reader can do with it. */
export class SharedPanel {
  readonly element: HTMLElement
  readonly #session: SharedSession
  readonly #row: TravelRow
  readonly #onLink: (link: string) => void
  readonly #player: StepPlayer
  readonly #lanes = new LanesView(() => this.#draw())
  readonly #costs = element('div', { class: 'costs', 'aria-live': 'polite' })
  readonly #legend = element('div', { class: 'legend' })
  readonly #timeline: Timeline
  readonly #last = element('div', { class: 'last' })
  readonly #own = element('div', { class: 'own' })
  readonly #program: ProgramView
  readonly #memory = new MemoryView()
  readonly #processors = new ProcessorsView((p) => this.#take(p))
  readonly #said = element('p', { class: 'said', role: 'status' })
  readonly #stopListening: () => void
  #inks: Inks | null = null
  #waiting = false
  #closed = false

  constructor(session: SharedSession, row: TravelRow, program: Program, onLink: (link: string) => void) {
    this.#session = session
    this.#row = row
    this.#onLink = onLink
    this.#program = new ProgramView(program)
    this.#player = new StepPlayer(session.run.turns.length, () => this.#draw())
    const controls = {
      goTo: (done: number) => this.#goTo(done),
      togglePlay: () => this.#player.toggle(),
      setSpeed: (factor: number) => this.#player.setSpeed(factor),
    }
    this.#timeline = new Timeline(controls, 'step')
    this.element = element(
      'div',
      { class: 'travel shared' },
      element('style', {}, sharedStyle),
      this.#costs,
      element('div', { class: 'zoomable' }, this.#lanes.surface.canvas, this.#zoom()),
      this.#legend,
      this.#timeline.element,
      this.#last,
      element('div', { class: 'state-of-things' }, this.#program.element, this.#memory.element),
      this.#own,
      this.#processors.element,
      this.#said,
      actionBar({
        link: () => `${location.href.split('#')[0]}${session.link}`,
        record: () => session.run.record,
        fileName: () => `run-${row.row}${session.own === null ? '' : '-edited'}.execution.jsonl`,
      }),
    )
    this.#followPointer()
    this.#stopListening = onSchemeChange(() => {
      this.#inks = null
      this.#draw()
    })
    if (session.own !== null) this.#player.goTo(session.run.turns.length)
    this.#showCosts()
    onLink(session.link)
    this.#draw()
  }

  close(): void {
    this.#closed = true
    this.#player.pause()
    this.#stopListening()
    this.#lanes.surface.close()
    this.element.remove()
  }

  #zoom(): HTMLElement {
    return zoomButtons((factor) => {
      this.#lanes.lengthen(factor)
      this.#draw()
    }, 'steps')
  }

  #followPointer(): void {
    const { canvas } = this.#lanes.surface
    const follow = (event: PointerEvent): void =>
      this.#player.goTo(this.#lanes.stepAt(this.#lanes.surface.place(event)))
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId)
      follow(event)
    })
    canvas.addEventListener('pointermove', (event) => {
      if (canvas.hasPointerCapture(event.pointerId)) follow(event)
    })
  }

  #goTo(done: number): void {
    this.#player.goTo(done)
    const turn = this.#session.run.turns[this.#player.done - 1]
    this.#said.textContent = turn === undefined ? '' : turnText(turn)
  }

  /** A processor takes the next step because the reader wants it. */
  #take(p: number): void {
    this.#session.take(this.#player.done, p)
    this.#changed()
    this.#goTo(this.#session.run.turns.length)
  }

  #changed(): void {
    const { turns } = this.#session.run
    this.#player.changeRun(turns.length, Math.min(this.#player.done, turns.length))
    this.#onLink(this.#session.link)
    this.#showCosts()
  }

  #showCosts(): void {
    const { original, run, own } = this.#session
    this.#costs.replaceChildren(...sharedCosts(original, run, this.#row))
    this.#own.replaceChildren(
      own === null
        ? 'Let a processor take the next step, and see what comes of it: what follows in this run is then yours to decide.'
        : own.kept === 0
          ? 'You have decided all of these steps.'
          : `The first ${own.kept} steps are those of the run; you have decided the ${own.taken.length} after them.`,
      ...(own === null ? [] : [button('The run as it was', () => this.#reset())]),
    )
  }

  #reset(): void {
    this.#session.reset()
    this.#changed()
  }

  /** Draws with the next frame, once. */
  #draw(): void {
    if (this.#waiting || this.#closed) return
    this.#waiting = true
    requestAnimationFrame(() => {
      this.#waiting = false
      if (!this.#closed) this.#show()
    })
  }

  #show(): void {
    const { run } = this.#session
    const { done, playing } = this.#player
    if (this.#inks === null) {
      this.#inks = inksOf(this.element)
      this.#legend.replaceChildren(...lanesLegend(this.#inks, isSharedObject(run.algorithm)))
    }
    const board = this.#session.board(done)
    const turn = run.turns[done - 1]
    const words =
      turn === undefined ? 'Nothing has happened yet: all are in their remainder sections.' : turnText(turn)
    const time = turn?.time == null ? '' : `time ${Number(turn.time.toFixed(3))} · `
    this.#lanes.draw(run, done, this.#inks)
    this.#timeline.show({
      events: run.turns.length,
      done,
      playing,
      words: `step ${done} of ${run.turns.length}: ${words}`,
      now: `${time}step ${done} of ${run.turns.length}`,
    })
    this.#last.replaceChildren(
      element('p', {}, element('strong', {}, words)),
      ...(turn === undefined
        ? []
        : [element('p', {}, `${remoteText(turn)[0]!.toUpperCase()}${remoteText(turn).slice(1)}`)]),
    )
    this.#program.show(board)
    this.#memory.show(board)
    this.#processors.show(board)
  }
}
