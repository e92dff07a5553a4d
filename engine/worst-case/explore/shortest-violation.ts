import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { grown } from '../../typed-arrays.ts'
import { type WakeUps, wakersAtZero } from '../schedules/play.ts'
import { ConfigurationJudge } from './configuration-judge.ts'
import { ConfigurationTable } from './configuration-table.ts'
import type { FoundViolation } from './exploration.ts'
import { FinalStates } from './final-states.ts'
import { LocalSteps } from './local-steps.ts'
import { ScheduleGraph } from './schedule-graph.ts'
import { scheduleOf } from './triggers-to-choices.ts'
import { VisibleFields } from './visible-fields.ts'
import { watchingChance } from './watch-chance.ts'

/**
 * A violation of a property, of `termination`, or a failure (`failed`), with as few steps as possible: goes breadth-first
 * through all configurations. Null if there is none among so many configurations.
 */
export function shortestViolation(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  property: string,
  { wakeUps, states }: { readonly wakeUps: WakeUps; readonly states: number },
): FoundViolation | null {
  return watchingChance(() => {
    const steps = new LocalSteps(algorithm, instance)
    const wakers = wakersAtZero(instance)
    const rules = { fifo: algorithm.requires.fifo === true, wakeUps, timed: false, types: [], stable: null }
    const graph = new ScheduleGraph(steps, rules)
    const judge = new ConfigurationJudge(algorithm, instance, steps)
    const listener = judge.listener(
      graph,
      new VisibleFields(steps, new Set()),
      new FinalStates(algorithm, steps),
    )
    const table = new ConfigurationTable()
    const numbers = new Int32Array(graph.next.length)
    /** By configuration: the one before it on a shortest way, and the trigger that leads from there. */
    let [before, by] = [new Int32Array(1 << 8), new Int32Array(1 << 8)]
    const path = (to: number): number[] => {
      const triggers: number[] = []
      for (let here = to; here > 0; here = before[here]!) triggers.push(by[here]!)
      return triggers.reverse()
    }
    graph.begin(wakers.map((p) => steps.wakeUp(p)))
    table.enter(graph.next, graph.length)
    listener.configuration!(graph.next, graph.length, () => [])
    const found = () => judge.faults.find((fault) => fault.property === property)
    for (let here = 0; here < table.size && table.size < states && found() === undefined; here++) {
      const length = table.read(here, numbers)
      for (const place of graph.choices(numbers, length)) {
        graph.take(numbers, length, place)
        if (graph.failure !== null) {
          const trigger = graph.trigger
          listener.failure!(graph.failure, () => [...path(here), trigger])
          continue
        }
        const size = table.size
        if (table.enter(graph.next, graph.length) !== size) continue
        if (size === before.length) [before, by] = [grown(before), grown(by)]
        before[size] = here
        by[size] = graph.trigger
        listener.configuration!(graph.next, graph.length, () => path(size))
      }
    }
    steps.repeat()
    const fault = found()
    if (fault === undefined) return null
    const { reason, triggers } = fault
    return { property, reason, ...scheduleOf(steps, wakeUps === 'at zero' ? wakers : [], triggers) }
  })
}
