import type { AnyAlgorithm, Finding, Network, Service } from '../../model/index.ts'
import type { Histories } from './histories.ts'
import type { LocalSteps } from './local-steps.ts'

/** A property of a service that does not hold, and why. */
interface Offence {
  readonly property: string
  readonly reason: string
}

/** Whether some property of a service can be told by histories alone. */
export const needsHistories = ({ service }: AnyAlgorithm): boolean =>
  Object.values(service?.properties ?? {}).some(({ standing }) => standing === undefined)

/** Holds configurations to the properties of a service. */
export class ServiceJudge {
  readonly #service: Service
  readonly #steps: LocalSteps
  readonly #network: Network
  readonly #histories: Histories | null
  /** By history: what is wrong with it; null if nothing is. */
  readonly #known: (Offence | null | undefined)[] = []

  constructor(service: Service, network: Network, steps: LocalSteps, histories: Histories | null) {
    this.#service = service
    this.#network = network
    this.#steps = steps
    this.#histories = histories
  }

  /** What is wrong with a configuration, given by the numbers of its states and then that of its history. */
  *offences(numbers: Int32Array, isFinal: boolean): Generator<Offence> {
    const { properties } = this.#service
    const n = this.#steps.initial.length
    const standings = this.#steps.initial.map((_, p) => this.#steps.states[numbers[p]!]!.standing)
    for (const [property, { standing }] of Object.entries(properties)) {
      const finding = standing?.(standings, this.#network) ?? true
      if (finding !== true) yield { property, reason: finding }
    }
    if (this.#histories !== null) {
      const history = numbers[n]!
      this.#known[history] ??= this.#whole(history, n, 'safety')
      const offence = this.#known[history] ?? (isFinal ? this.#whole(history, n, 'liveness') : null)
      if (offence !== null) yield offence
    }
    if (!isFinal) return
    const open = standings.findIndex(({ pending }) => pending !== null)
    if (open >= 0)
      yield {
        property: 'answered',
        reason: `p_${open} was asked for ${standings[open]!.pending} and never answers`,
      }
  }

  #whole(history: number, n: number, asked: 'safety' | 'liveness'): Offence | null {
    const events = this.#histories!.events(history)
    for (const [property, { kind, standing, check }] of Object.entries(this.#service.properties)) {
      if (kind !== asked || standing !== undefined) continue
      const finding: Finding = check(events, n, this.#network)
      if (finding !== true) return { property, reason: finding }
    }
    return null
  }
}
