import { element } from '../../page/view/dom.ts'
import { unpack } from '../data/columns.ts'
import type { PackedTargets } from '../data/targets.ts'
import { factsOf, list, nameOf, place } from './facts.ts'
import type { KnownRun, Runs } from './runs.ts'
import { nearest, type Spot, step } from './spots.ts'

/** How far from a mark the pointer may be, in pixels of the screen. */
const reach = 28

/** Lets the reader point at the marks of a chart, by pointer or by keyboard, and opens the run that one stands for. */
export class Plot {
  readonly #box: HTMLElement
  readonly #runs: Runs
  readonly #width: number
  readonly #height: number
  readonly #spots: readonly Spot[]
  readonly #ring = element('div', { class: 'ring', hidden: '' })
  readonly #card = element('div', { class: 'card', role: 'status', hidden: '' })
  #current: Spot | null = null
  /** Where the keyboard goes on after it was elsewhere. */
  #last: Spot | null = null

  constructor(
    box: HTMLElement,
    title: string,
    targets: PackedTargets,
    runs: Runs,
    open: (run: KnownRun) => void,
  ) {
    const [x, y, row, group] = [targets.x, targets.y, targets.row, targets.group].map(
      (packed) => unpack(packed) as readonly number[],
    )
    this.#box = box
    this.#runs = runs
    this.#width = targets.width
    this.#height = targets.height
    this.#spots = x!.map((at, i) => ({ x: at, y: y![i]!, place: row![i]!, group: group![i] === 1 }))
    if (this.#spots.length === 0) return
    this.#last = this.#spots[0]!
    box.append(this.#ring, this.#card)
    box.tabIndex = 0
    box.setAttribute('role', 'application')
    box.setAttribute(
      'aria-label',
      `Marks of the chart “${title}”. Arrow keys go from mark to mark, Enter opens the run.`,
    )
    this.#listen(() => {
      if (this.#current !== null) open(runs.at(this.#current.place))
    })
  }

  #listen(openCurrent: () => void): void {
    const box = this.#box
    // A finger is first seen where it touches.
    for (const kind of ['pointermove', 'pointerdown'] as const)
      box.addEventListener(kind, (event) => this.#show(this.#under(event)))
    box.addEventListener('pointerleave', () => this.#show(null))
    box.addEventListener('blur', () => this.#show(null))
    box.addEventListener('focus', () => {
      if (box.matches(':focus-visible')) this.#show(this.#last)
    })
    box.addEventListener('click', openCurrent)
    box.addEventListener('keydown', (event) => {
      const next = this.#current === null ? null : step(this.#spots, this.#current, event.key)
      if (event.key === 'Enter' || event.key === ' ') openCurrent()
      else if (event.key === 'Escape') this.#show(null)
      else if (next !== null) this.#show(next)
      else return
      event.preventDefault()
    })
  }

  /** The mark nearest to the pointer. */
  #under({ clientX, clientY }: PointerEvent): Spot | null {
    const { left, top, width } = this.#drawing()
    const scale = this.#width / width
    return nearest(this.#spots, (clientX - left) * scale, (clientY - top) * scale, reach * scale)
  }

  #drawing(): DOMRect {
    return this.#box.querySelector('svg')!.getBoundingClientRect()
  }

  #show(spot: Spot | null): void {
    if (spot === this.#current && this.#card.hidden === (spot === null)) return
    this.#current = spot
    this.#ring.hidden = this.#card.hidden = spot === null
    this.#box.style.cursor = spot === null ? '' : 'pointer'
    if (spot === null) return
    this.#last = spot
    const run = this.#runs.at(spot.place)
    this.#card.replaceChildren(
      element('strong', {}, nameOf(this.#runs, run)),
      ...(spot.group ? [element('p', {}, 'the costliest run of its group')] : []),
      list(factsOf(this.#runs, run)),
      element('p', { class: 'aside' }, `${place(run)}; click or press Enter to open it`),
    )
    const [x, y] = [(100 * spot.x) / this.#width, (100 * spot.y) / this.#height]
    this.#ring.style.left = `${x}%`
    this.#ring.style.top = `${y}%`
    this.#placeCard(spot)
  }

  /** Beside the mark, on the side where there is more room. */
  #placeCard({ x, y }: Spot): void {
    const box = this.#box.getBoundingClientRect()
    const { width, height } = this.#card.getBoundingClientRect()
    const scale = box.width / this.#width
    const at = x * scale
    const left = at + 16 + width <= box.width ? at + 16 : at - 16 - width
    this.#card.style.left = `${Math.max(0, Math.min(left, box.width - width))}px`
    const lowest = Math.max(0, box.height - height)
    this.#card.style.top = `${Math.max(0, Math.min(y * scale + (left === at + 16 ? -12 : 14), lowest))}px`
  }
}
