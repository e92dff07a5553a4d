import { forEachChannel, type Layout, layoutOf } from '../layout/index.ts'
import { placeText } from '../replay/edits.ts'
import { forEachInTransit, progress } from '../replay/moment.ts'
import type { Run, RunMessage } from '../replay/run.ts'
import { NetworkGeometry } from './network-geometry.ts'
import type { Scene } from './scene.ts'
import { type Pen, Surface } from './surface.ts'

/** More channels than these would only be a grey disc, slowly drawn. */
const drawnChannelsMax = 30_000

/** The network, with its processors as they are and the messages on their way. */
export class NetworkView {
  readonly surface: Surface
  readonly #layout: Layout
  readonly #run: Run
  #geometry: NetworkGeometry | null = null
  #channels: OffscreenCanvas | null = null

  constructor(run: Run, onResize: () => void) {
    const { n, m } = run.instance.network
    this.#run = run
    this.surface = new Surface(
      `The network: ${n} processors, ${m} channels, and the messages in transit; the lists beside it say the same in words.`,
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
    this.#channels = null
  }

  /** One step towards a better layout; false when it is found. */
  settle(): boolean {
    const more = this.#layout.settle()
    this.refresh()
    return more
  }

  draw(scene: Scene): void {
    const { surface } = this
    if (surface.width === 0) return
    this.#geometry ??= new NetworkGeometry(
      this.#run.instance.network,
      this.#layout,
      surface.width,
      surface.height,
    )
    this.#channels ??= surface.layer((pen) => this.#drawChannels(pen, scene))
    surface.clear()
    surface.show(this.#channels)
    this.#drawProcessors(scene)
    forEachInTransit(scene.run, scene.done, (message) => this.#drawMessage(message, scene))
  }

  /** The processor at a place. */
  processorAt({ x, y }: { readonly x: number; readonly y: number }): number | null {
    const geometry = this.#geometry
    if (geometry === null) return null
    let [found, reach]: [number | null, number] = [null, Math.max(8, geometry.radius + 3)]
    for (let p = 0; p < geometry.x.length; p++) {
      const distance = Math.hypot(geometry.x[p]! - x, geometry.y[p]! - y)
      if (distance < reach) [found, reach] = [p, distance]
    }
    return found
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

  #drawProcessors({ run, done, conditions, inks }: Scene): void {
    const { context: pen } = this.surface
    const { x, y, radius } = this.#geometry!
    const numbered = radius >= 9
    pen.lineWidth = radius > 4 ? 1.5 : 0.8
    pen.font = `600 ${Math.round(radius * 0.95)}px ${fontOf(this.surface.canvas)}`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    for (let p = 0; p < x.length; p++) {
      const condition = conditions.of[p]!
      pen.beginPath()
      if (condition === 'terminated')
        pen.roundRect(x[p]! - 0.9 * radius, y[p]! - 0.9 * radius, 1.8 * radius, 1.8 * radius, 0.25 * radius)
      else pen.arc(x[p]!, y[p]!, radius, 0, 2 * Math.PI)
      pen.fillStyle = inks[condition]
      pen.strokeStyle =
        condition === 'asleep' ? inks.muted : condition === 'awake' ? inks.changed : inks[condition]
      pen.fill()
      pen.stroke()
      if (!numbered) continue
      pen.fillStyle = condition === 'changed' || condition === 'terminated' ? inks.paper : inks.text
      pen.fillText(String(p), x[p]!, y[p]! + 0.5)
    }
    const event = run.events[done - 1]
    if (event === undefined) return
    pen.beginPath()
    pen.arc(x[event.processor]!, y[event.processor]!, radius + 4, 0, 2 * Math.PI)
    pen.strokeStyle = inks.text
    pen.lineWidth = 2
    pen.stroke()
  }

  #drawMessage(message: RunMessage, { time, inks, selected, colourOf }: Scene): void {
    const { context: pen } = this.surface
    const geometry = this.#geometry!
    const part = progress(message, time)
    const { x, y } = geometry.along(message.from, message.to, part)
    const size = Math.max(2.2, Math.min(5.5, 0.5 * geometry.radius + 1.2))
    const chosen = selected !== null && placeText(selected) === placeText(message)
    if (size > 2.5) {
      // A tail tells which way it goes.
      const tail = geometry.along(message.from, message.to, Math.max(0, part - 0.16))
      pen.beginPath()
      pen.moveTo(tail.x, tail.y)
      pen.lineTo(x, y)
      pen.strokeStyle = colourOf(message.content.type)
      pen.lineWidth = size
      pen.lineCap = 'round'
      pen.globalAlpha = 0.35
      pen.stroke()
      pen.globalAlpha = 1
    }
    pen.beginPath()
    pen.arc(x, y, size, 0, 2 * Math.PI)
    pen.fillStyle = colourOf(message.content.type)
    pen.strokeStyle = chosen || message.edited ? inks.chosen : inks.paper
    pen.lineWidth = chosen ? 3 : message.edited ? 2 : 1
    pen.fill()
    pen.stroke()
  }
}

const fontOf = (canvas: HTMLCanvasElement): string => getComputedStyle(canvas).fontFamily
