import { createObject, sequentiallyConsistent } from '../../../histories/index.ts'
import type { AnyAlgorithm, History, HistoryEvent } from '../../../model/index.ts'
import { type Asked, type Circumstances, delaysAmong } from './circumstances.ts'
import { type GivenRun, runGiven } from './given-run.ts'
import type { SpeedSetting } from './slow-writes.ts'
import { durationsOf, legalBut, reaches, type SpeedFinding } from './speed.ts'

/**
 * A read and a write of sequentially consistent registers take at least d together, even if all delays are d and clocks are
 * perfect. Attiya & Welch, 2nd edition, section 9.3; Lipton & Sandberg 1988. There are two registers, x and y. p_0 writes x and
 * then reads y; p_1 writes y and then reads x. If both are done in less than d, neither has heard of the other, and both
 * read what was there at first: no order of the four operations explains that.
 *
 * Each register is kept by itself, with an execution of its own; the history is that of both. Registers that are linearizable
 * are so together, too. Sequentially consistent ones need not be: a refutation then says of one of them nothing, and that
 * a memory has to keep them together.
 */
export function slowTogether(algorithm: AnyAlgorithm, setting: SpeedSetting): SpeedFinding {
  const { n, begin, uncertainty, module } = setting
  const ask = (asked: readonly Asked[], root: number): GivenRun => {
    const given: Circumstances = {
      bounds: { min: 1 - uncertainty, max: 1 },
      delays: delaysAmong(n, () => 1),
      ahead: new Array<number>(n).fill(0),
      wakeTimes: new Array<number>(n).fill(0),
      asked,
      root,
    }
    return runGiven(algorithm, given, module)
  }
  const onlyRoot = algorithm.service!.operations.write!.only === 'root'
  const roots = [0, onlyRoot ? 1 : 0]
  const write = (p: number): Asked => ({ processor: p, operation: 'write', argument: 1, time: begin })
  const writes = [0, 1].map((p) => ask([write(p)], roots[p]!))
  const answered = writes.map(({ history }) => begin + durationsOf(history, 'write')[0]!)
  const read = (p: number): Asked[] =>
    Number.isFinite(answered[p]!) ? [{ processor: p, operation: 'read', time: answered[p]! }] : []
  // The register that one writes is read by the other.
  const runs = [0, 1].map((p) => ask([write(p), ...read(1 - p)], roots[p]!))
  const longest = (p: number): number =>
    durationsOf(runs[p]!.history, 'write')[0]! + (durationsOf(runs[1 - p]!.history, 'read')[0] ?? 0)
  const took = Math.max(longest(0), longest(1))
  const found = { about: 'read + write', theorem: 'd', bound: 1, took } as const
  if (reaches(took, 1)) return { ...found, refuted: null }
  const history = together(runs[0]!.history, runs[1]!.history)
  const [x, y] = runs.map(legalBut)
  return {
    ...found,
    refuted: {
      history,
      finding: sequentiallyConsistent(history, createObject('register')),
      alike: true,
      legal: x === true ? y! : x!,
      records: runs.map(({ lines }) => lines),
    },
  }
}

/** The history of two registers; at one time, a processor's write is answered before it reads. */
function together(x: History, y: History): History {
  const named = (history: History, object: string, first: number): HistoryEvent[] =>
    history.map((event) => {
      if (event.kind === 'output') return event
      const id = first + 2 * event.id
      return event.kind === 'invocation' ? { ...event, id, object } : { ...event, id }
    })
  const rank = ({ processor, kind }: HistoryEvent, object: string): number =>
    (object === 'x') === (processor === 0) ? (kind === 'invocation' ? 0 : 1) : kind === 'invocation' ? 2 : 3
  return [
    ...named(x, 'x', 0).map((event) => ({ event, rank: rank(event, 'x') })),
    ...named(y, 'y', 1).map((event) => ({ event, rank: rank(event, 'y') })),
  ]
    .sort((a, b) => a.event.time - b.event.time || a.rank - b.rank)
    .map(({ event }) => event)
}
