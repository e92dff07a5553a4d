import { InputError } from '../errors.ts'
import { recoveredState } from '../faults/index.ts'
import { type Status, type StepInput, type StepResult, transition } from '../formal/transition.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Knowledge, Received, Standing } from '../model/index.ts'
import { type Random, Streams } from '../random.ts'
import { unasked } from '../services/index.ts'
import { tellers } from '../simulation/machine/knowledge.ts'
import { weightAt } from '../weights/weight-at.ts'
import type { RecordedEvent } from './format.ts'

/** The processors of an execution that is carried out again, by the literal transition function alone. */
export class Replica implements ConfigurationView {
  readonly instance: ComputedInstance
  readonly states: object[]
  readonly status: Status[]
  /** By processor, how things stand with those who use it. */
  readonly standings: Standing[]
  terminatedCount = 0
  /** The time of the latest event, for whoever carries out one to set. */
  now = 0
  /** How many have woken by themselves. */
  initiators = 0
  /** Whether a processor is faulty. Absent: none is. */
  faulty?: (processor: number) => boolean
  #hasCrashed = (_: number): boolean => false
  readonly #algorithm: AnyAlgorithm
  readonly #tell: (processor: number) => unknown
  readonly #streams: Streams
  readonly #coins: (Random | undefined)[] = []

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, seed: number) {
    const { n } = instance.network
    this.#tell = tellers(algorithm, instance, instance.network, seed)
    this.instance = instance
    this.#algorithm = algorithm
    this.#streams = new Streams(seed)
    this.states = Array.from({ length: n }, (_, p) => {
      try {
        return algorithm.initially(this.#tell(p) as Knowledge)
      } catch (error) {
        if (error instanceof InputError) throw error
        throw new InputError(
          `${algorithm.name} throws in the initial state of p_${p}: ${(error as Error).message}`,
        )
      }
    })
    this.status = Array.from({ length: n }, () => 'asleep')
    this.standings = Array.from({ length: n }, () => unasked)
  }

  /** What is faulty in this execution, and who has crashed, is known by these. */
  fails({ isFaulty, hasCrashed }: { isFaulty(p: number): boolean; hasCrashed(p: number): boolean }): void {
    this.faulty = isFaulty
    this.#hasCrashed = hasCrashed
  }

  /** An event of a Byzantine processor, whose state is nobody's business. */
  lie({ processor, wakes, terminates }: Pick<RecordedEvent, 'processor' | 'wakes' | 'terminates'>): void {
    if (wakes && this.status[processor] === 'asleep') this.initiators++
    this.status[processor] = terminates || this.terminated(processor) ? 'terminated' : 'awake'
  }

  crashed(processor: number): boolean {
    return this.#hasCrashed(processor)
  }

  terminated(processor: number): boolean {
    return this.status[processor] === 'terminated' && !this.#hasCrashed(processor)
  }

  /** Whoever comes back after a crash has not terminated. */
  revive(processor: number): void {
    if (this.status[processor] === 'terminated') this.terminatedCount--
    this.status[processor] = 'awake'
  }

  #recover(processor: number): void {
    const initial = this.#algorithm.initially(this.#tell(processor) as Knowledge)
    this.states[processor] = recoveredState(this.#algorithm, this.states[processor]!, initial)
  }

  /** A computation event. Throws what the algorithm throws. */
  compute(
    processor: number,
    wakes: boolean,
    inbox: readonly Received[],
    round: number | null,
    {
      crossings = [],
      clock,
      detected,
      due = [],
      recovers = false,
    }: Pick<StepInput, 'clock' | 'detected' | 'due' | 'recovers'> & Pick<RecordedEvent, 'crossings'> = {},
  ): StepResult {
    if (recovers) this.#recover(processor)
    const before = this.status[processor]!
    if (wakes && before === 'asleep') this.initiators++
    const { network, weights } = this.instance
    const result = transition(this.#algorithm, before, this.states[processor]!, {
      degree: network.degree(processor),
      wakes,
      inbox,
      round,
      standing: this.standings[processor]!,
      asks: crossings.filter((one) => one.kind === 'invocation'),
      clock,
      detected,
      due,
      recovers,
      weight: (channel) => weightAt(network, weights, processor, channel),
      random: () => {
        this.#coins[processor] ??= this.#streams.stream('coins', processor)
        return this.#coins[processor].uniform()
      },
    })
    const { status } = result
    this.status[processor] = status
    this.standings[processor] = result.standing
    if (status !== before && status === 'terminated') this.terminatedCount++
    return result
  }
}
