import { eventsBy, timeAfter } from '../replay/moment.ts'
import type { Run } from '../replay/run.ts'

/** A run takes about this many seconds to watch: short ones half a second an event, and none too long. */
const secondsFor = (run: Run): number => Math.min(20, Math.max(3, 0.5 * run.events.length))

/** Where in a run the reader is, and the clock that moves it on. */
export class Player {
  done = 0
  time = 0
  #speed = 1
  #run: Run
  #frame: number | null = null
  #last: number | null = null
  readonly #onMove: () => void

  constructor(run: Run, onMove: () => void) {
    this.#run = run
    this.#onMove = onMove
  }

  get playing(): boolean {
    return this.#frame !== null
  }

  setSpeed(factor: number): void {
    this.#speed = factor
  }

  /** The same event in another run if that has it in the same place, else the same time. */
  changeRun(run: Run): void {
    if (run === this.#run) return
    const before = this.#run
    const atEnd = this.done === before.events.length
    this.#run = run
    if (atEnd) this.#set(run.events.length)
    else if (this.#isAtEvent(before, run)) this.#set(this.done)
    else {
      this.time = Math.min(this.time, run.end)
      this.done = eventsBy(run, this.time)
    }
  }

  /** To where so many events have happened. */
  goTo(done: number): void {
    this.pause()
    this.#set(Math.min(this.#run.events.length, Math.max(0, done)))
    this.#onMove()
  }

  goToTime(time: number): void {
    this.pause()
    this.time = time
    this.done = eventsBy(this.#run, time)
    this.#onMove()
  }

  toggle(): void {
    if (this.playing) this.pause()
    else {
      if (this.done === this.#run.events.length) this.#set(0)
      this.#last = null
      this.#frame = requestAnimationFrame(this.#tick)
    }
    this.#onMove()
  }

  pause(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
  }

  /** Whether the reader is at an event that two runs have in the same place, as far as processor and time tell. */
  #isAtEvent(one: Run, other: Run): boolean {
    const [a, b] = [one.events[this.done - 1], other.events[this.done - 1]]
    return a?.time === this.time && b?.time === this.time && a.processor === b.processor
  }

  #set(done: number): void {
    this.done = done
    this.time = timeAfter(this.#run, done)
  }

  readonly #tick = (now: number): void => {
    const run = this.#run
    const passed = this.#last === null ? 0 : Math.min(100, now - this.#last) / 1000
    this.#last = now
    this.time = Math.min(run.end, this.time + (passed * this.#speed * (run.end || 1)) / secondsFor(run))
    this.done = eventsBy(run, this.time)
    this.#frame = this.done === run.events.length ? null : requestAnimationFrame(this.#tick)
    this.#onMove()
  }
}
