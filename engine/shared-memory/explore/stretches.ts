import { kindNumbers } from '../memory/handles.ts'
import type { Layout } from '../memory/layout.ts'
import type { SharedMeasure } from '../model/index.ts'
import { remainder } from './course.ts'
import type { StepGraph } from './graph.ts'
import type { Stretch } from './longest.ts'

/** What a step of the processor whose passages are counted costs. */
export type CostOfStep = (graph: StepGraph, at: number, victim: number) => number

const isOf =
  (least: number, most: number): CostOfStep =>
  (graph, at, victim) => {
    const { code } = graph.access(at, victim)
    return code >= least && code <= most ? 1 : 0
  }

/** What can be counted without caches. */
export function costs(
  { variables }: Layout,
  victim: number,
): readonly (readonly [SharedMeasure, CostOfStep])[] {
  const isRemote = variables.map(({ home }) => (home === victim ? 0 : 1))
  return [
    ['passage:steps', () => 1],
    ['passage:reads', isOf(kindNumbers.read, kindNumbers.await)],
    ['passage:writes', isOf(kindNumbers.write, kindNumbers.write)],
    ['passage:rmw', isOf(kindNumbers.testAndSet, kindNumbers.modify)],
    [
      'passage:dsm',
      (graph, at) => {
        const { code, variable } = graph.access(at, victim)
        return code === kindNumbers.flip ? 0 : isRemote[variable]!
      },
    ],
  ]
}

/** What can be counted where the copies that the processor holds are part of the configuration. */
export const withCaches: readonly (readonly [SharedMeasure, CostOfStep])[] = [
  ['passage:cc', (graph, at) => (graph.isRemote(at).through ? 1 : 0)],
  ['passage:cc-write-back', (graph, at) => (graph.isRemote(at).back ? 1 : 0)],
]

/** The passages of a processor, by what its steps cost. */
export function passageOf(graph: StepGraph, victim: number): (cost: CostOfStep) => Stretch {
  const isIn = (at: number) => graph.section(at, victim) !== remainder
  return stretchesOf(graph, victim, isIn, (at) => !isIn(at))
}

/**
 * The stretches of a processor's executions from a step out of a configuration in which they can begin, by what its steps cost.
 * One that is over with its first step is never inside.
 */
export function stretchesOf(
  graph: StepGraph,
  victim: number,
  isInside: (at: number) => boolean,
  canBegin: (at: number) => boolean,
): (cost: CostOfStep) => Stretch {
  const inside = part(graph, isInside)
  return (cost) => {
    const isOwn = (move: number) => graph.mover(move) === victim
    const own = (at: number, move: number) => (isOwn(move) ? cost(graph, at, victim) : 0)
    return {
      inside,
      cost: own,
      begins: (at, move) => (isOwn(move) && canBegin(at) ? own(at, move) : null),
      ends: (_, move) => isOwn(move),
      canBeOneStep: true,
    }
  }
}

/** From the end of a processor's doorway to its entry, with what others enter meanwhile. */
export function bypassOf(graph: StepGraph, victim: number): Stretch {
  const inside = part(graph, (at) => graph.local(at, victim).waits)
  const isOwn = (move: number) => graph.mover(move) === victim
  const entersWith = (at: number, move: number): boolean => {
    const p = graph.mover(move)
    return !graph.isCritical(at, p) && graph.isCritical(graph.successors[at * graph.moves + move]!, p)
  }
  return {
    inside,
    cost: (at, move) => (!isOwn(move) && entersWith(at, move) ? 1 : 0),
    begins: (at, move) => (isOwn(move) && inside[at] === 0 ? 0 : null),
    ends: (_, move) => isOwn(move),
  }
}

function part({ store }: StepGraph, belongs: (at: number) => boolean): Uint8Array {
  const inside = new Uint8Array(store.count)
  for (let at = 0; at < store.count; at++) if (belongs(at)) inside[at] = 1
  return inside
}
