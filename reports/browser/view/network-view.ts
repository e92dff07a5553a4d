import { forEachChannel, type Layout, layoutOf } from '../layout/index.ts'
import { inTransit, progress } from '../replay/moment.ts'
import type { Condition, Run, RunMessage } from '../replay/run.ts'
import { NetworkGeometry } from './network-geometry.ts'
import type { Scene } from './scene.ts'
import { Stamps } from './stamps.ts'
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
    const draw = (condition: Condition) => (pen: Pen) => {
      pen.beginPath()
      if (condition === 'terminated')
        pen.roundRect(-0.9 * radius, -0.9 * radius, 1.8 * radius, 1.8 * radius, 0.25 * radius)
      else pen.arc(0, 0, radius, 0, 2 * Math.PI)
      pen.fillStyle = inks.fills[condition]
      pen.fill()
      pen.strokeStyle = inks.rims[condition]
      pen.lineWidth = radius > 4 ? 1.5 : 0.8
      pen.stroke()
    }
    for (let p = 0; p < x.length; p++) {
      const condition = conditions.of[p]!
      this.#stamps.stamp(pen, condition, radius + 1, x[p]!, y[p]!, draw(condition))
    }
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

  /** A thin ring about the root, where there is one. */
  #drawRoot({ inks }: Scene): void {
    const { algorithm, instance } = this.#run
    if (!algorithm.requires.root) return
    const { x, y, radius } = this.#geometry!
    const { context: pen } = this.surface
    pen.beginPath()
    pen.arc(x[instance.root]!, y[instance.root]!, radius + 3, 0, 2 * Math.PI)
    pen.strokeStyle = inks.muted
    pen.lineWidth = 1
    pen.stroke()
  }

  /** A ring about the processor of the last event. */
  #drawActive({ run, done, inks }: Scene): void {
    const event = run.events[done - 1]
    if (event === undefined) return
    const { context: pen } = this.surface
    const { x, y, radius } = this.#geometry!
    pen.beginPath()
    pen.arc(x[event.processor]!, y[event.processor]!, radius + 5, 0, 2 * Math.PI)
    pen.strokeStyle = inks.text
    pen.lineWidth = 2
    pen.stroke()
  }

  #drawMessages(scene: Scene): void {
    const crowd = inTransit(scene.run, scene.done)
    const room = Math.min(1, 12 / Math.sqrt(crowd.length))
    const size = Math.max(2, Math.min(5.5, 0.5 * this.#geometry!.radius + 1.2) * room)
    for (const message of crowd) this.#drawMessage(message, size, scene)
  }

  #drawMessage(message: RunMessage, size: number, { time, inks, selected, colourOf }: Scene): void {
    const { context: pen } = this.surface
    const geometry = this.#geometry!
    const { from, to, edited, content } = message
    const way = progress(message, time)
    const { x, y } = geometry.along(from, to, way)
    const colour = colourOf(content.type)
    if (size > 2.5) {
      // A tail tells which way it goes.
      const tail = geometry.along(from, to, Math.max(0, way - 0.16))
      pen.beginPath()
      pen.moveTo(tail.x, tail.y)
      pen.lineTo(x, y)
      pen.strokeStyle = colour
      pen.lineWidth = size
      pen.lineCap = 'round'
      pen.globalAlpha = 0.35
      pen.stroke()
      pen.globalAlpha = 1
    }
    const chosen = message === selected
    this.#stamps.stamp(pen, `${colour} ${size} ${edited} ${chosen}`, size + 3, x, y, (pen) => {
      pen.beginPath()
      pen.arc(0, 0, size, 0, 2 * Math.PI)
      pen.fillStyle = colour
      pen.strokeStyle = chosen || edited ? inks.chosen : inks.paper
      pen.lineWidth = chosen ? 3 : edited ? 2 : 1
      pen.fill()
      pen.stroke()
    })
  }
}
