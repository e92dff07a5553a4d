/** A run takes about this many seconds to watch: short ones half a second a step, and none too long. */
const secondsFor = (steps: number): number => Math.min(40, Math.max(3, 0.5 * steps))

/** Where in a run of so many steps the reader is, and the clock that moves it on. */
export class StepPlayer {
  done = 0
  #steps: number
  #speed = 1
  #frame: number | null = null
  #last: number | null = null
  /** The part of the next step that has passed. */
  #part = 0
  readonly #onMove: () => void

  constructor(steps: number, onMove: () => void) {
    this.#steps = steps
    this.#onMove = onMove
  }

  get playing(): boolean {
    return this.#frame !== null
  }

  setSpeed(factor: number): void {
    this.#speed = factor
  }

  /** Another run of so many steps, at a place in it. */
  changeRun(steps: number, done: number): void {
    this.#steps = steps
    this.goTo(done)
  }

  goTo(done: number): void {
    this.pause()
    this.done = Math.min(this.#steps, Math.max(0, done))
    this.#onMove()
  }

  toggle(): void {
    if (this.playing) this.pause()
    else {
      if (this.done === this.#steps) this.done = 0
      this.#last = null
      this.#part = 0
      this.#frame = requestAnimationFrame(this.#tick)
    }
    this.#onMove()
  }

  pause(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }

  readonly #tick = (now: number): void => {
    const passed = this.#last === null ? 0 : Math.min(100, now - this.#last) / 1000
    this.#last = now
    this.#part += (passed * this.#speed * this.#steps) / secondsFor(this.#steps)
    const whole = Math.floor(this.#part)
    this.#part -= whole
    this.done = Math.min(this.#steps, this.done + whole)
    this.#frame = this.done === this.#steps ? null : requestAnimationFrame(this.#tick)
    if (whole > 0 || this.#frame === null) this.#onMove()
  }
}
