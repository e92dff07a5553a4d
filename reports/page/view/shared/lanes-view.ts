import type { SharedRunShown } from '../../replay/shared/shared-run.ts'
import { processorText } from '../../replay/words.ts'
import { stroke } from '../diagram-marks.ts'
import type { Inks } from '../inks.ts'
import { type Pen, Surface } from '../surface.ts'
import { sectionInks, sectionsIn } from './sections.ts'

/** Where things stand, in pixels. */
interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly gap: number
  /** The steps that are shown: those between. */
  readonly from: number
  readonly to: number
}

/** The lines of the processors: steps from left to right, sections as bars, a mark for each step. What is still to come is pale. */
export class LanesView {
  readonly surface: Surface
  #run: SharedRunShown | null = null
  #done = 0
  /** Into how many parts like the one that is shown the run would fall; null before it is known. */
  #zoom: number | null = null

  constructor(onResize: () => void) {
    this.surface = new Surface(
      'The lines of the processors: their sections as bars, a mark for each step; the tables below say the same in words.',
      'lanes',
      onResize,
    )
  }

  /** Shows `factor` times as many steps. */
  lengthen(factor: number): void {
    this.#zoom = Math.min(256, Math.max(1, (this.#zoom ?? 1) / factor))
  }

  /** How many steps have been taken at a place. */
  stepAt({ x }: { readonly x: number }): number {
    if (this.#run === null) return 0
    const { left, right, from, to } = this.#frame(this.#run, this.#done)
    return Math.round(from + ((to - from) * (x - left)) / (right - left))
  }

  draw(run: SharedRunShown, done: number, inks: Inks): void {
    this.#run = run
    this.#done = done
    this.#zoom ??= 2 ** Math.max(0, Math.ceil(Math.log2(run.turns.length / stepsAtOnce)))
    const { surface } = this
    const lanes = run.first.processors.length
    surface.canvas.style.height = `${Math.min(448, 40 + lanes * Math.max(7, Math.min(30, 380 / lanes)))}px`
    if (surface.width === 0) return
    surface.clear()
    const frame = this.#frame(run, done)
    const pen = surface.context
    drawAxis(pen, frame, surface.height, inks)
    for (const [alpha, from, to] of [
      [0.3, frame.left - 8, frame.right + 8],
      [1, frame.left - 8, xOf(frame, done) + 0.5],
    ] as const) {
      pen.save()
      pen.globalAlpha = alpha
      pen.beginPath()
      pen.rect(from, 0, Math.max(0, to - from), surface.height)
      pen.clip()
      drawLanes(pen, frame, run, inks)
      pen.restore()
    }
    drawNames(pen, frame, lanes, inks)
    stroke(pen, inks.chosen, 1.4, xOf(frame, done), 2, xOf(frame, done), surface.height - 20)
  }

  #frame({ turns, first }: SharedRunShown, done: number): Frame {
    const lanes = first.processors.length
    const length = Math.max(1, turns.length / (this.#zoom ?? 1))
    const from = Math.min(turns.length - length, Math.max(0, done - 0.4 * length))
    const { width, height } = this.surface
    const left = 20 + 8 * processorText(lanes - 1).length
    return { left, right: width - zoomBreadth, top: 6, gap: (height - 34) / lanes, from, to: from + length }
  }
}

/** Of longer runs, a part is shown at first. */
const stepsAtOnce = 200

/** What the buttons beside the lines take. */
const zoomBreadth = 84

const xOf = ({ left, right, from, to }: Frame, done: number): number =>
  left + ((right - left) * (done - from)) / (to - from)

const yOf = ({ top, gap }: Frame, lane: number): number => top + gap * (lane + 0.5)

function drawLanes(pen: Pen, frame: Frame, run: SharedRunShown, inks: Inks): void {
  const looks = sectionInks(inks)
  for (const { processor, section, from, to } of sectionsIn(run)) {
    const [start, end] = [xOf(frame, Math.max(from, frame.from)), xOf(frame, Math.min(to, frame.to))]
    if (end <= start) continue
    const { part, colour } = looks[section]
    const breadth = Math.max(1, part * Math.min(16, frame.gap * 0.7))
    pen.fillStyle = colour
    pen.fillRect(start, yOf(frame, processor) - breadth / 2, end - start, breadth)
  }
  const room = (frame.right - frame.left) / (frame.to - frame.from)
  const radius = Math.min(3.6, 0.3 * frame.gap, 0.42 * room)
  if (radius < 0.7) return
  const first = Math.max(0, Math.floor(frame.from) - 1)
  for (let i = first; i < run.turns.length && i < frame.to + 1; i++) {
    const { step, remote } = run.turns[i]!
    if (i + 1 < frame.from || i + 1 > frame.to) continue
    pen.beginPath()
    pen.arc(xOf(frame, i + 1), yOf(frame, step.processor), radius, 0, 2 * Math.PI)
    pen.fillStyle = remote.cc ? inks.text : inks.paper
    pen.fill()
    pen.strokeStyle = inks.text
    pen.lineWidth = 1
    pen.stroke()
  }
}

function drawNames(pen: Pen, frame: Frame, lanes: number, inks: Inks): void {
  pen.font = `12px ${inks.font}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'right'
  pen.fillStyle = inks.text
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => step * frame.gap >= 13) ?? lanes
  for (let lane = 0; lane < lanes; lane += every)
    pen.fillText(processorText(lane), frame.left - 9, yOf(frame, lane))
}

function drawAxis(pen: Pen, frame: Frame, height: number, inks: Inks): void {
  pen.font = `12px ${inks.font}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  pen.fillStyle = inks.muted
  const room = (frame.right - frame.left) / (frame.to - frame.from)
  const every =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((step) => step * room >= 46) ?? 10_000
  for (let step = Math.ceil(frame.from / every) * every; step <= frame.to; step += every) {
    const x = xOf(frame, step)
    stroke(pen, inks.line, 1, x, frame.top, x, height - 24)
    pen.fillText(String(step), x, height - 11)
  }
}
