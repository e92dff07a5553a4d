import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, ConfigurationView } from '../../../model/index.ts'
import { findingOf } from '../../../simulation/machine/safety.ts'
import { assertExplorable } from '../../explore/explore.ts'
import { LocalSteps } from '../../explore/local-steps.ts'
import { Search, type SearchLimits } from '../../explore/search.ts'
import { watchingChance } from '../../explore/watch-chance.ts'
import { beginningsOf, type Placed } from '../beginnings.ts'
import type { FaultViolation } from '../fault-exploration.ts'
import type { FaultModel } from '../fault-model.ts'
import { lieOptions } from '../lie-options.ts'
import { FaultGraph } from './fault-graph.ts'
import { scriptOfSchedule } from './script-of-schedule.ts'

/** What all asynchronous executions have come to in which faults are chosen. Everything in it is plain data. */
export interface FaultScheduleExploration {
  readonly configurations: number
  /** In how many of them nothing is left to happen. */
  readonly ends: number
  /** Whether all executions were gone through. */
  readonly exhausted: boolean
  /** Whether some execution goes on for ever. */
  readonly endless: boolean
  /** Of correct processors and those that crash, in executions that come to an end. */
  readonly messages: { readonly min: number; readonly max: number }
  /** The first execution that was found to break each property. */
  readonly violations: readonly FaultViolation[]
}

/** How far to go. */
export interface FaultScheduleOptions {
  /** Configurations in all. Default: 2,000,000. */
  readonly states?: number
  /** Input vectors. Default: all of zeros and ones. */
  readonly inputs?: readonly (readonly number[])[]
  /** Is told how many configurations were met, and stops it. */
  readonly stopped?: (configurations: number) => boolean
}

/**
 * All asynchronous executions in which faults are chosen, with all inputs: in which order messages are processed, who crashes
 * in which step and with whom the step still reaches, or what liars say to whom and when. Throws an InputError if there is
 * no such thing.
 */
export function exploreFaultSchedules(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  model: FaultModel,
  { states = 2_000_000, inputs, stopped = () => false }: FaultScheduleOptions = {},
): FaultScheduleExploration {
  assertSchedules(algorithm, instance, model)
  const violations = new Map<string, FaultViolation>()
  let [configurations, ends, exhausted, endless] = [0, 0, true, false]
  let [min, max] = [Number.POSITIVE_INFINITY, 0]
  for (const beginning of beginningsOf(instance, model, inputs)) {
    const before = configurations
    if (before >= states || stopped(before)) {
      exhausted = false
      break
    }
    const limits = { states: states - before, stopped: (met: number) => stopped(before + met) }
    const { search, over } = watchingChance(() =>
      searchFrom(algorithm, instance, { ...beginning, model, limits }, violations),
    )
    configurations += search.table.size
    ends += over
    exhausted &&= search.exhausted
    endless ||= search.endless
    min = Math.min(min, search.counts.least(0, 0, null) ?? min)
    max = Math.max(max, search.counts.most(0, 0, null) ?? max)
  }
  return {
    ...{ configurations, ends, exhausted, endless },
    messages: { min: Number.isFinite(min) ? min : 0, max },
    violations: [...violations.values()],
  }
}

interface From extends Placed {
  readonly model: FaultModel
  readonly limits: SearchLimits
}

/** All executions from a beginning. What breaks a property that none has broken is added to the violations. */
function searchFrom(
  algorithm: AnyAlgorithm,
  given: ComputedInstance,
  { values, inputs, liars, model, limits }: From,
  violations: Map<string, FaultViolation>,
): { readonly search: Search; readonly over: number } {
  const instance = given.with({ values })
  const { network } = instance
  const steps = new LocalSteps(algorithm, instance)
  const alike = inputs.map((values) => given.with({ values }))
  const honest = Array.from({ length: network.n }, (_, p) => p).filter((p) => !liars.includes(p))
  const lies = liars.flatMap((liar) =>
    honest.flatMap((q) =>
      Array.from({ length: network.degree(q) }, (_, channel) => channel)
        .filter((channel) => network.neighbor(q, channel) === liar)
        .flatMap((channel) =>
          lieOptions(algorithm, instance, { liar, receiver: q, round: 0, liars, secrets: [] })
            .flat()
            .map((message) => steps.delivery(q, channel, message)),
        ),
    ),
  )
  const crashes = model.kind === 'crash' ? model.most : 0
  const graph = new FaultGraph(steps, algorithm.requires.fifo === true, { crashes, liars, lies })
  const note = (property: string, reason: string, begun: ComputedInstance, path: readonly number[]) => {
    if (violations.has(property)) return
    const moves = path.map((move) => graph.moves[move]!)
    violations.set(property, { property, reason, script: scriptOfSchedule(steps, begun, liars, moves) })
  }
  let ends = 0
  const search = new Search(graph, limits, {
    configuration: (numbers, length, path) => {
      const over = graph.isFinal(numbers, length)
      if (over) ends++
      for (const begun of alike) {
        const view = viewOf(begun, steps, numbers, liars)
        for (const [name, { kind, check }] of Object.entries(algorithm.properties ?? {})) {
          if (violations.has(name) || !(over || kind === 'safety')) continue
          const reason = findingOf(name, check, view)
          if (reason !== true) note(name, reason, begun, path())
        }
      }
    },
    failure: (reason, path) => note('failed', reason, instance, path()),
  })
  search.run(honest.filter((p) => instance.wakeTimes[p] === 0).map((p) => steps.wakeUp(p)))
  steps.repeat()
  return { search, over: ends }
}

/** A configuration as properties see it. What liars have in mind is nobody’s business. */
function viewOf(
  instance: ComputedInstance,
  steps: LocalSteps,
  numbers: Int32Array,
  liars: readonly number[],
): ConfigurationView {
  const locals = steps.initial.map((_, p) => steps.states[numbers[p]! >> 1]!)
  const crashed = steps.initial.map((_, p) => (numbers[p]! & 1) === 1)
  return {
    instance,
    states: locals.map(({ state }) => state),
    terminated: (p) => locals[p]!.status === 'terminated' && !crashed[p]!,
    faulty: (p) => crashed[p]! || liars.includes(p),
    crashed: (p) => crashed[p]!,
  }
}

function assertSchedules(algorithm: AnyAlgorithm, instance: ComputedInstance, model: FaultModel): void {
  assertExplorable(algorithm, instance)
  if (model.kind === 'omission' || model.arbitrary)
    throw new InputError(
      `faults ${model.spec}: in asynchronous executions crash and byzantine are gone through; leave out --timing asynchronous`,
    )
  if (model.kind === 'byzantine' && Array.from(instance.wakeTimes).some((time) => time !== 0))
    throw new InputError('liars are gone through where all wake by themselves, at time 0')
  if (algorithm.service !== undefined)
    throw new InputError(
      `${algorithm.name} offers a service, and who asks for what is not chosen here; admissible attack searches for faults`,
    )
}
