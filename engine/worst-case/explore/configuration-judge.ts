import { InputError, type PropertyError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Finding, Property } from '../../model/index.ts'
import { findingOf } from '../../simulation/machine/safety.ts'
import { shortly, thrownAt } from '../../thrown-at.ts'
import type { FinalStates } from './final-states.ts'
import type { Histories } from './histories.ts'
import type { LocalSteps } from './local-steps.ts'
import type { ScheduleGraph } from './schedule-graph.ts'
import type { SearchListener } from './search.ts'
import { ServiceJudge } from './service-judge.ts'
import type { VisibleFields } from './visible-fields.ts'

type Named = readonly [string, Property]

/** What a search has found against an algorithm: of each property the first violation, and the triggers that lead there. */
interface Fault {
  readonly property: string
  readonly reason: string
  readonly triggers: readonly number[]
}

/** Holds configurations to the properties of an algorithm: each to safety, the final ones to liveness, too. */
export class ConfigurationJudge {
  readonly faults: Fault[] = []
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #steps: LocalSteps
  readonly #safety: readonly Named[]
  readonly #liveness: readonly Named[]
  readonly #service: ServiceJudge | null

  /** `histories`: what the search tells histories apart by; null if it does not. */
  constructor(
    algorithm: AnyAlgorithm,
    instance: ComputedInstance,
    steps: LocalSteps,
    histories: Histories | null = null,
  ) {
    const { service } = algorithm
    this.#service =
      service === undefined ? null : new ServiceJudge(service, instance.network, steps, histories)
    const properties = Object.entries(algorithm.properties ?? {})
    this.#algorithm = algorithm
    this.#instance = instance
    this.#steps = steps
    this.#safety = properties.filter(([, { kind }]) => kind === 'safety')
    this.#liveness = properties.filter(([, { kind }]) => kind === 'liveness')
  }

  get hasSafety(): boolean {
    return this.#safety.length > 0
  }

  /** Checks each configuration that a search meets, and collects those that are final. */
  listener(graph: ScheduleGraph, visible: VisibleFields | null, finals: FinalStates): SearchListener {
    return {
      configuration: (numbers, length, path) => {
        if (visible !== null) this.#check(this.#safety, visible.watch(this.#instance, numbers), path)
        const isFinal = graph.isFinal(numbers, length)
        for (const { property, reason } of this.#service?.offences(numbers, isFinal) ?? [])
          this.#report(property, reason, path)
        if (!isFinal) return
        const final = this.#configuration(numbers)
        this.#check(this.#liveness, final, path)
        finals.add(numbers.subarray(0, graph.processors), () => final)
        if (this.#algorithm.terminates && !final.states.every((_, p) => final.terminated(p)))
          this.#report('termination', 'not every processor has terminated', path)
      },
      failure: (reason, path) => this.#report('failed', reason, path),
    }
  }

  #check(properties: readonly Named[], configuration: ConfigurationView, path: () => number[]): void {
    for (const [name, property] of properties) {
      const finding = this.#finding(name, property, configuration)
      if (finding !== true) this.#report(name, finding, path)
    }
  }

  #finding(name: string, { check }: Property, configuration: ConfigurationView): Finding {
    try {
      return findingOf(name, check, configuration)
    } catch (error) {
      const { message } = error as PropertyError
      throw new InputError(`${this.#algorithm.name}: ${message}${shortly(thrownAt(error))}`)
    }
  }

  #report(property: string, reason: string, path: () => number[]): void {
    if (this.faults.some((known) => known.property === property)) return
    this.faults.push({ property, reason, triggers: path() })
  }

  #configuration(numbers: Int32Array): ConfigurationView {
    const { states } = this.#steps
    return {
      instance: this.#instance,
      states: this.#steps.initial.map((_, p) => states[numbers[p]!]!.state),
      terminated: (p) => states[numbers[p]!]!.status === 'terminated',
    }
  }
}
