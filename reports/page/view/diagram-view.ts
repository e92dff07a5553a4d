import { Diagram, type Point, spanAround } from '../replay/diagram.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import { clipTo, drawFrame, drawMarks, drawMessage, stroke } from './diagram-marks.ts'
import type { Scene } from './scene.ts'
import { Surface } from './surface.ts'

/** What is drawn once for a run, a size and a colour scheme. */
interface Prepared {
  readonly run: Run
  readonly diagram: Diagram
  readonly frame: OffscreenCanvas
  readonly marks: OffscreenCanvas
  readonly edited: readonly RunMessage[]
}

/** The space–time diagram; what is still to come is pale. */
export class DiagramView {
  readonly surface: Surface
  #prepared: Prepared | null = null
  #zoom = 1

  constructor(onResize: () => void) {
    this.surface = new Surface(
      'The space–time diagram: a line for each processor, an arrow for each message; the lists below say the same in words.',
      'diagram',
      () => {
        this.refresh()
        onResize()
      },
    )
  }

  /** Forgets what was drawn ahead. */
  refresh(): void {
    this.#prepared = null
  }

  /** Shows `factor` times as long a part, from the whole run to one of its hundredths or so. */
  lengthen(factor: number): void {
    this.#zoom = Math.min(128, Math.max(1, this.#zoom / factor))
    this.refresh()
  }

  messageAt(place: Point): RunMessage | null {
    return this.#prepared?.diagram.messageAt(place) ?? null
  }

  timeAt({ x }: Point): number {
    return this.#prepared?.diagram.timeAt(x) ?? 0
  }

  /** Whether a place is at the head of a message's arrow. */
  isHead(message: RunMessage, { x, y }: Point): boolean {
    const end = this.#prepared?.diagram.ends(message)[1]
    return end !== undefined && Math.hypot(end.x - x, end.y - y) < 14
  }

  draw(scene: Scene): void {
    const { surface } = this
    if (surface.width === 0) return
    const { time, inks, selected } = scene
    if (!this.#isPrepared(scene)) this.#prepared = this.#prepare(scene)
    const { diagram, frame, marks, edited } = this.#prepared!
    const pen = surface.context
    const now = diagram.x(time)
    surface.clear()
    surface.show(frame)
    pen.globalAlpha = 0.3
    surface.show(marks)
    pen.globalAlpha = 1
    pen.save()
    pen.beginPath()
    pen.rect(0, 0, now + 5, surface.height)
    pen.clip()
    surface.show(marks)
    pen.restore()
    pen.save()
    clipTo(pen, diagram)
    for (const message of edited) drawMessage(pen, diagram, message, inks.chosen, 2)
    if (selected !== null) drawMessage(pen, diagram, selected, inks.chosen, 3.4)
    pen.restore()
    stroke(pen, inks.chosen, 1.2, now, diagram.box.top - 6, now, diagram.box.bottom)
    this.#drawEvent(scene, diagram)
  }

  /** The event that has just happened. */
  #drawEvent({ run, done, inks }: Scene, diagram: Diagram): void {
    const event = run.events[done - 1]
    if (event === undefined) return
    const { context: pen } = this.surface
    pen.beginPath()
    pen.arc(diagram.x(event.time), diagram.y(event.processor), 7.5, 0, 2 * Math.PI)
    pen.strokeStyle = inks.text
    pen.lineWidth = 2
    pen.stroke()
  }

  /** Whether what is prepared is of this run, and has this time in it. */
  #isPrepared({ run, time }: Scene): boolean {
    const prepared = this.#prepared
    if (prepared?.run !== run) return false
    const { from, to } = prepared.diagram.span
    const rounding = 1e-9 * (to - from)
    return time >= from - rounding && time <= to + rounding
  }

  #prepare(scene: Scene): Prepared {
    const { run, inks, time } = scene
    const { surface } = this
    const { width, height } = surface
    const digits = String(run.instance.network.n - 1).length
    const box = { left: 28 + 7 * digits, right: width - 14, top: 10, bottom: height - 24 }
    const diagram = new Diagram(run, box, spanAround(run, time, this.#zoom))
    return {
      run,
      diagram,
      frame: surface.layer((pen) => drawFrame(pen, diagram, run, inks)),
      marks: surface.layer((pen) => drawMarks(pen, diagram, scene)),
      edited: run.messages.filter(({ edited }) => edited),
    }
  }
}
