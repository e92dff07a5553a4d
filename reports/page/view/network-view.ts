import { forEachChannel, type Layout, layoutOf } from '../layout/index.ts'
import type { Point } from '../replay/diagram.ts'
import { inTransit, progress } from '../replay/moment.ts'
import type { Condition, Run } from '../replay/run.ts'
import { stroke } from './diagram-marks.ts'
import { strikeOut } from './fault-marks.ts'
import type { Inks } from './inks.ts'
import { NetworkGeometry } from './network-geometry.ts'
import type { Scene } from './scene.ts'
import { Stamps, stampAt } from './stamps.ts'
import { type Pen, Surface } from './surface.ts'

/** More channels than these would only be a grey disc, slowly drawn. */
const drawnChannelsMax = 30_000

/** The network, with its processors as they are and the messages on their way. */
export class NetworkView {
  readonly surface: Surface
  readonly #layout: Layout
  readonly #run: Run
  #geometry: NetworkGeometry | null = null
  readonly #channels = new OffscreenCanvas(1, 1)
  readonly #stamps = new Stamps()

  constructor(run: Run, onResize: () => void) {
    const { n, m } = run.instance.network
    this.#run = run
    this.surface = new Surface(
      `The network: ${n} processors, ${m} channels, and the messages in transit; the lists below say the same in words.`,
      'network',
      () => {
        this.refresh()
        onResize()
      },
    )
    this.#layout = layoutOf(run.instance.network, run.row.topology)
  }

  /** Forgets what was drawn ahead: the size, the colours or the layout have changed. */
  refresh(): void {
    this.#geometry = null
    this.#stamps.clear()
  }

  /** Some steps towards a better layout; false when it is found. */
  settle(): boolean {
    const more = this.#layout.settle()
    this.refresh()
    return more
  }

  draw(scene: Scene): void {
    const { surface } = this
    if (surface.width === 0) return
    if (this.#geometry === null) {
      const { network } = this.#run.instance
      this.#geometry = new NetworkGeometry(network, this.#layout, surface.width, surface.height)
      surface.layer((pen) => this.#drawChannels(pen, scene), this.#channels)
    }
    surface.clear()
    surface.show(this.#channels)
    this.#drawProcessors(scene)
    this.#drawLiars(scene)
    this.#drawRoot(scene)
    this.#drawActive(scene)
    this.#drawMessages(scene)
  }

  #drawChannels(pen: Pen, { inks }: Scene): void {
    const geometry = this.#geometry!
    const { network } = this.#run.instance
    if (network.m > drawnChannelsMax) return
    pen.strokeStyle = inks.muted
    pen.globalAlpha = Math.max(0.08, Math.min(0.55, 14 / Math.sqrt(network.m)))
    pen.lineWidth = network.m > 400 ? 0.8 : 1.2
    pen.beginPath()
    forEachChannel(network, (p, q) => {
      pen.moveTo(geometry.x[p]!, geometry.y[p]!)
      if (geometry.isBent(p, q)) {
        const middle = geometry.middle(p, q)
        pen.quadraticCurveTo(middle.x, middle.y, geometry.x[q]!, geometry.y[q]!)
      } else pen.lineTo(geometry.x[q]!, geometry.y[q]!)
    })
    pen.stroke()
  }

  #drawProcessors({ conditions, inks }: Scene): void {
    const { context: pen } = this.surface
    const { x, y, radius } = this.#geometry!
    const stamps = Object.fromEntries(
      (['asleep', 'awake', 'changed', 'terminated', 'crashed'] as const).map((condition) => [
        condition,
        this.#stamps.get(condition, radius + 3, (pen) => drawProcessor(pen, condition, radius, inks)),
      ]),
    )
    for (let p = 0; p < x.length; p++) stampAt(pen, stamps[conditions.of[p]!]!, x[p]!, y[p]!)
    if (radius < 8) return
    pen.font = `600 ${Math.round(Math.min(13, radius))}px ${inks.font}`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    for (let p = 0; p < x.length; p++) {
      const full = conditions.of[p] === 'changed' || conditions.of[p] === 'terminated'
      pen.fillStyle = full ? inks.onFull : inks.text
      pen.fillText(String(p), x[p]!, y[p]! + 0.5)
    }
  }

  /** A broken ring about each Byzantine processor. */
  #drawLiars({ run, inks }: Scene): void {
    const { x, y, radius } = this.#geometry!
    const { context: pen } = this.surface
    pen.setLineDash([3, 2])
    for (const liar of run.liars) ring(pen, x[liar]!, y[liar]!, radius + 2, inks.failed, 2)
    pen.setLineDash([])
  }

  /** A thin ring about the root, where there is one. */
  #drawRoot({ inks }: Scene): void {
    const { algorithm, instance } = this.#run
    if (!algorithm.requires.root) return
    const { x, y, radius } = this.#geometry!
    ring(this.surface.context, x[instance.root]!, y[instance.root]!, radius + 3, inks.muted, 1)
  }

  /** A ring about the processor of the last event. */
  #drawActive({ run, done, inks }: Scene): void {
    const event = run.events[done - 1]
    if (event === undefined) return
    const { x, y, radius } = this.#geometry!
    ring(this.surface.context, x[event.processor]!, y[event.processor]!, radius + 5, inks.text, 2)
  }

  #drawMessages({ run, done, time, inks, selected, colourOf }: Scene): void {
    const { context: pen } = this.surface
    const geometry = this.#geometry!
    const crowd = inTransit(run, done)
    const room = Math.min(1, 12 / Math.sqrt(crowd.length))
    const size = Math.max(2, Math.min(5.5, 0.5 * geometry.radius + 1.2) * room)
    const stampOf = (colour: string, rim: string, breadth: number): OffscreenCanvas =>
      this.#stamps.get(`${colour} ${size} ${rim}`, size + 3, (pen) =>
        drawDot(pen, size, colour, rim, breadth),
      )
    const plain = new Map<string, OffscreenCanvas>()
    for (const message of crowd) {
      const { from, to, content, edited } = message
      const way = progress(message, time)
      const { x, y } = geometry.along(from, to, way)
      const colour = colourOf(content.type)
      // A tail tells which way it goes.
      if (size > 2.5) drawTail(pen, geometry.along(from, to, Math.max(0, way - 0.16)), { x, y }, size, colour)
      let stamp = plain.get(colour)
      if (stamp === undefined) plain.set(colour, (stamp = stampOf(colour, inks.paper, 1)))
      stampAt(pen, message === selected || edited ? stampOf(colour, inks.chosen, 2.5) : stamp, x, y)
    }
  }
}

function ring(pen: Pen, x: number, y: number, radius: number, colour: string, breadth: number): void {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  pen.strokeStyle = colour
  pen.lineWidth = breadth
  pen.stroke()
}

/** A square if it has terminated, else a disc; once it has crashed, a cross goes through it that leaves its number free. */
function drawProcessor(pen: Pen, condition: Condition, radius: number, inks: Inks): void {
  const { fills, rims } = inks
  const half = 0.9 * radius
  pen.beginPath()
  if (condition === 'terminated') pen.roundRect(-half, -half, 2 * half, 2 * half, 0.25 * radius)
  else pen.arc(0, 0, radius, 0, 2 * Math.PI)
  pen.fillStyle = fills[condition]
  pen.fill()
  pen.strokeStyle = rims[condition]
  pen.lineWidth = radius > 4 ? 1.5 : 0.8
  pen.stroke()
  if (condition === 'crashed') strikeOut(pen, radius, inks.failed)
}

function drawDot(pen: Pen, size: number, colour: string, rim: string, breadth: number): void {
  pen.beginPath()
  pen.arc(0, 0, size, 0, 2 * Math.PI)
  pen.fillStyle = colour
  pen.fill()
  pen.strokeStyle = rim
  pen.lineWidth = breadth
  pen.stroke()
}

function drawTail(pen: Pen, from: Point, to: Point, breadth: number, colour: string): void {
  pen.globalAlpha = 0.35
  pen.lineCap = 'round'
  stroke(pen, colour, breadth, from.x, from.y, to.x, to.y)
  pen.globalAlpha = 1
}
