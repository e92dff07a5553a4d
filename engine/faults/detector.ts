import type { AnyAlgorithm, Channel, Detected, DetectorClass, Network } from '../model/index.ts'
import type { Suspicion } from './fault.ts'
import type { FaultPlan } from './plan.ts'

/** Where no mistakes are asked for, crashes are noticed one unit of time later, and there are none. */
const careful: Suspicion = {
  until: 0,
  order: [],
  latency: () => 1,
  errs: () => false,
  misleads: () => null,
}

/** Which mistakes each class makes about a processor: whether it is the one that is trusted, and whether mistakes are over. */
const mayErr: Readonly<Record<DetectorClass, (trusted: boolean, over: boolean) => boolean>> = {
  P: () => false,
  '◇P': (_, over) => !over,
  S: (trusted) => !trusted,
  '◇S': (trusted, over) => !over || !trusted,
  Ω: (_, over) => !over,
}

/**
 * The failure detectors of one execution: what they say is a function of the crashes so far and of the mistakes that the
 * seed makes. To be asked in the order of time.
 */
export class Detector {
  readonly #class: DetectorClass
  readonly #network: Network
  readonly #plan: FaultPlan | null
  readonly #suspicion: Suspicion
  /** All processors: whoever comes before all others that are up, leads. */
  readonly #order: readonly number[]
  /** One that does not fail, whom S and ◇S have to trust; undefined: there is none. */
  readonly #trusted: number | undefined

  /** Null if the algorithm asks none. */
  static of(algorithm: AnyAlgorithm, network: Network, plan: FaultPlan | null): Detector | null {
    const { detector } = algorithm.requires
    return detector === undefined ? null : new Detector(detector, network, plan)
  }

  private constructor(required: DetectorClass, network: Network, plan: FaultPlan | null) {
    this.#network = network
    this.#plan = plan
    this.#suspicion = plan?.suspicion ?? careful
    this.#class = this.#suspicion.class ?? required
    const { order } = this.#suspicion
    this.#order = order.length > 0 ? order : Array.from({ length: network.n }, (_, p) => p)
    this.#trusted =
      this.#order.find((p) => plan?.goesDown(p) !== true) ??
      this.#order.find((p) => plan?.mayFail(p) !== true)
  }

  /** What a processor hears of its failure detector at a time. */
  at(processor: number, now: number): Detected {
    if (this.#class === 'Ω') return { leader: this.#leader(processor, now) }
    const suspects: Channel[] = []
    for (let channel = 0; channel < this.#network.degree(processor); channel++)
      if (this.#suspects(processor, channel, now)) suspects.push(channel)
    return { suspects }
  }

  #suspects(processor: number, channel: Channel, now: number): boolean {
    if (this.#notices(processor, channel, now)) return true
    const trusted = this.#network.neighbor(processor, channel) === this.#trusted
    if (!mayErr[this.#class](trusted, now >= this.#suspicion.until)) return false
    return this.#suspicion.errs(processor, channel, now)
  }

  /** Whether a processor has noticed by now that its neighbour is down. */
  #notices(processor: number, channel: Channel, now: number): boolean {
    const since = this.#plan?.downSince(this.#network.neighbor(processor, channel), now) ?? null
    return since !== null && now >= since + this.#suspicion.latency(processor, channel)
  }

  #leader(processor: number, now: number): Channel | null {
    const taken = now < this.#suspicion.until ? this.#suspicion.misleads(processor, now) : null
    if (taken !== null) return this.#channelTo(processor, taken)
    for (const candidate of this.#order) {
      const channel = this.#channelTo(processor, candidate)
      if (channel === null || !this.#notices(processor, channel, now)) return channel
    }
    return null
  }

  /** Null for the processor itself; all others are its neighbours. */
  #channelTo(processor: number, other: number): Channel | null {
    if (other === processor) return null
    let channel = 0
    while (this.#network.neighbor(processor, channel) !== other) channel++
    return channel
  }
}
