import { type DecisionProcess, ProcessWriter } from '../../chance/index.ts'
import { kindNumbers } from '../memory/handles.ts'
import { none, type StepGraph } from './graph.ts'

/** The steps of a graph as a decision process: a scheduler chooses who takes the next one, and chance what a flip tells. */
export interface StepProcess {
  readonly mdp: DecisionProcess
  /** By choice, where it is made and who takes the step. */
  readonly places: readonly number[]
  readonly movers: readonly number[]
  /** By choice, 1 if the step flips a coin. */
  readonly flips: readonly number[]
}

export function stepProcess(graph: StepGraph): StepProcess {
  const { n, moves, successors, store } = graph
  const writer = new ProcessWriter()
  const places: number[] = []
  const movers: number[] = []
  const flips: number[] = []
  for (let at = 0; at < store.count; at++) {
    writer.state()
    for (let p = 0; p < n; p++) {
      if (successors[at * moves + p] === none) continue
      const sides = graph.sides(at, p)
      const after = (told: number) => successors[at * moves + p + n * told]!
      writer.choice(Array.from({ length: sides }, (_, told) => [after(told), 1 / sides] as const))
      places.push(at)
      movers.push(p)
      flips.push(graph.access(at, p).code === kindNumbers.flip ? 1 : 0)
    }
  }
  return { mdp: writer.finish(), places, movers, flips }
}
