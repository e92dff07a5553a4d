import assert from 'node:assert/strict'
import {
  type AnyAlgorithm,
  type Cell,
  type Execution,
  endOf,
  execute,
  headerOf,
  judge,
  type PreparedCell,
  prepareCell,
  Recorder,
  readHeader,
  recordedInstance,
  type Verification,
  verify,
} from '../../engine/index.ts'
import { readFile } from './catalogue.ts'
import { cellOf, type Seeded } from './run.ts'

/** What the header names as the cell, and after how many messages the run is stopped. */
interface RecordedAs {
  readonly cell?: Cell | null
  readonly messagesMax?: number
}

/** Runs a prepared cell and records it; the lines, without their line feeds. */
export function recordPrepared(
  algorithm: AnyAlgorithm,
  { instance, timing, setting, faults = null }: PreparedCell,
  seed: number,
  { cell = null, messagesMax = Number.POSITIVE_INFINITY }: RecordedAs = {},
): { readonly lines: string[]; readonly execution: Execution } {
  const bounded = timing.kind === 'synchronous' || timing.delays.kind === 'constant' || timing.delays.bounded
  const header = headerOf({
    algorithm: algorithm.name,
    instance,
    setting,
    bounded,
    fifo: algorithm.requires.fifo === true,
    seed,
    cell,
    plan: faults,
  })
  let text = ''
  const recorder = new Recorder(header, instance.network, (block) => {
    text += new TextDecoder().decode(block)
  })
  const execution = execute(algorithm, instance, timing, {
    seed,
    ...(setting.workload !== undefined && { workload: setting.workload }),
    faults,
    observer: recorder,
    budget: { messages: messagesMax },
  })
  recorder.finish(endOf(execution, judge(algorithm, setting, execution), recorder.events, null))
  return { lines: text.trimEnd().split('\n'), execution }
}

/** The same for a cell; what is not given is n = 8 on a ring, uniform delays, all awake. */
export function record(algorithm: AnyAlgorithm, parts: Seeded, as: RecordedAs = {}) {
  const cell = cellOf(algorithm, parts)
  return recordPrepared(algorithm, prepareCell(algorithm, cell, readFile), cell.seed, as)
}

/** The same lines, whose end no more says that something is violated: the execution is said to be cut off. */
export function saidToBeFine(lines: readonly string[]): string[] {
  const { end } = JSON.parse(lines.at(-1)!)
  const { property: _, ...rest } = end
  return [...lines.slice(0, -1), JSON.stringify({ end: { ...rest, outcome: 'budget', claims: null } })]
}

/** What the checker says that the lines show: “agreement: …”. Fails if it finds them wrong, or they show nothing. */
export function shownBy(lines: readonly string[], algorithm: AnyAlgorithm): string {
  const { shows, first_error } = verifyLines(lines, algorithm)
  assert.equal(first_error, null)
  assert.ok(shows?.broken, 'nothing is broken')
  return `${shows.broken.property}: ${shows.broken.reason}`
}

/** What the checker finds in the lines. */
export function verifyLines(lines: readonly string[], algorithm: AnyAlgorithm): Verification {
  const header = readHeader(lines[0] ?? '', () => 'test, line 1')
  const instance = recordedInstance(
    header,
    algorithm,
    () => '',
    () => 'test, line 1',
  )
  const numbered = lines.slice(1).map((text, i) => ({ text, number: i + 2 }))
  return verify(header, numbered, algorithm, instance, 'test')
}
