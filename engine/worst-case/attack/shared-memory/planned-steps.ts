import { Streams } from '../../../random.ts'
import type { MachineView } from '../../../shared-memory/loop/machine-view.ts'
import type { Coins } from '../../../shared-memory/memory/memory.ts'
import { type Scheduler, schedulers } from '../../../shared-memory/schedulers/index.ts'
import type { ScheduledPlan } from './scheduled-plan.ts'

/** The steps of a plan: its opening, as long as somebody in it has something to do, then those of its rule. */
export class PlannedSteps {
  readonly #plan: ScheduledPlan
  readonly #n: number
  readonly #streams: Streams
  #taken = 0
  /** What the opening says that comes up in this step; null after it. */
  #told: number | null = null

  constructor(plan: ScheduledPlan, n: number) {
    this.#plan = plan
    this.#n = n
    this.#streams = new Streams(plan.seed)
  }

  /** What comes up: in the opening what it says, then chance. */
  get coins(): Coins {
    const random = this.#streams.stream('coins')
    return (_, sides) => (this.#told === null ? random.integer(sides) : Math.min(this.#told, sides - 1))
  }

  scheduler(view: MachineView): Scheduler {
    const { opening, rule } = this.#plan
    const { entry, values } = schedulers.at(rule, view.n)
    const after = entry.schedule({ view, values, stream: this.#streams.stream('scheduler') })
    return {
      next: () => {
        while (this.#taken < opening.length) {
          const move = opening[this.#taken++]!
          const p = move % this.#n
          this.#told = Math.floor(move / this.#n)
          if (view.passagesLeft(p) > 0) return p
        }
        this.#told = null
        return after.next()
      },
      finished: (p) => after.finished?.(p),
    }
  }
}
