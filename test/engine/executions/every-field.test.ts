import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bfsRelax,
  bfsSync,
  completeAsyncCapture,
  dfsTreeNoRoot,
  echo,
  flooding,
  hirschbergSinclair,
  lcr,
} from '../../../algorithms/index.ts'
import { sameData } from '../../../engine/executions/same-data.ts'
import { type AnyAlgorithm, type Cell, InputError, Streams } from '../../../engine/index.ts'
import { record, verifyLines } from '../../helpers/record.ts'
import { cellOf } from '../../helpers/run.ts'
import { type LeafMutation, mutateLeaf } from './leaf-mutations.ts'

interface Recorded {
  readonly algorithm: AnyAlgorithm
  readonly lines: readonly string[]
  readonly outcome: string
}

/** Executions of every kind: bounded, unbounded, constant and in rounds, cut short, oriented, from one root. */
const recorded: readonly Recorded[] = (
  [
    [lcr, { n: 5 }],
    [lcr, { n: 4, delay: 'constant' }],
    [hirschbergSinclair, { n: 4, delay: 'exponential' }],
    [flooding, { topology: 'gnp:degree=3', n: 6, wakeup: 'root' }],
    [flooding, { topology: 'hypercube', n: 8, delay: 'exponential', messagesMax: 6 }],
    [flooding, { topology: 'torus', n: 9, timing: 'synchronous' }],
    [echo, { topology: 'path', n: 4 }],
    [dfsTreeNoRoot, { topology: 'complete', n: 4, wakeup: 'staggered' }],
    [completeAsyncCapture, { topology: 'complete', n: 4 }],
    [bfsSync, { topology: 'complete', n: 4 }],
    [bfsRelax, { topology: 'ring', n: 5, messagesMax: 5 }],
  ] as readonly (readonly [AnyAlgorithm, Partial<Cell> & { readonly messagesMax?: number }])[]
).map(([algorithm, { messagesMax = Number.POSITIVE_INFINITY, ...parts }]) => {
  const cell = cellOf(algorithm, { seed: 0, ...parts })
  const { lines, execution } = record(algorithm, cell, { cell, messagesMax })
  return { algorithm, lines, outcome: execution.outcome.kind }
})

/** Why a record may stay true although something in it was changed; null where it may not. */
function whyTrue(
  { algorithm, lines, outcome }: Recorded,
  line: number,
  { path, after }: LeafMutation,
): string | null {
  const { requires } = algorithm
  const [field = ''] = path.split(/[.[]/)
  if (line === 1) {
    if (['cell', 'module'].includes(field)) return 'a remark on where the execution comes from'
    if (path === 'neighbors' && after == null) return 'the cell builds the same network'
    if (field === 'seed') return 'no processor flips coins'
    if (path === 'instance.identifiers') return 'a remark, on which only the list of claims depends'
    if (field === 'unit_delays')
      return 'no claim that applies depends on it, or in rounds it goes without saying'
    if (field === 'fifo') return 'no message overtakes another'
    if (field === 'delay_max' && (after == null || after === 1))
      return 'the largest delay is 1, bounded or not'
    if (path.startsWith('instance.ids') && !requires.identifiers)
      return 'the algorithm is told no identifiers'
    if (path.startsWith('instance.values')) return 'no message and no claim says a value that nobody reads'
    if (path === 'instance.root' && !requires.root && !requires.spanningTree)
      return 'the algorithm knows no root'
    if (path === 'instance.orientation' && !requires.orientation)
      return 'the algorithm is promised no orientation'
    if (path.startsWith('instance.wake_times') && outcome === 'budget')
      return 'the execution ends before that'
    return null
  }
  if (path === 'end.detail') return 'a remark for people'
  if (path === 'end.claims' && after == null) return 'a file need not state the claims'
  const written = JSON.parse(lines[line - 1]!) as { out?: [number, unknown, number][]; in?: unknown }
  const sending = /^out\[(\d+)\]\[(\d)\]$/.exec(path)
  if (sending !== null && sending[2] === '1' && typeof after === 'number') {
    const [content] = [contents(lines)[after]]
    const right = written.out![Number(sending[1])]![1]
    if (sameData(content, typeof right === 'number' ? contents(lines)[right] : right))
      return 'the same content'
  }
  if (sending !== null && sending[2] === '2' && outcome === 'budget') return 'it was never processed'
  return null
}

/** The contents that the file numbers, in order. */
const contents = (lines: readonly string[]): unknown[] =>
  lines.slice(1, -1).flatMap((line) => {
    const { out = [] } = JSON.parse(line) as { out?: [number, unknown][] }
    return out.map(([, content]) => content).filter((content) => typeof content === 'object')
  })

test('of 10,000 changes of single values, each is rejected, or leaves a true record for a reason that is known', () => {
  const stream = new Streams(18).stream('mutations')
  const choose = (count: number) => Math.floor(stream.uniform() * count)
  const seen = new Set<string>()
  let rejected = 0
  for (const { algorithm, lines } of recorded) assert.equal(verifyLines(lines, algorithm).first_error, null)
  for (let i = 0; i < 10_000; i++) {
    const one = recorded[choose(recorded.length)]!
    const line = [0, one.lines.length - 1, choose(one.lines.length)][choose(3)]!
    const mutation = mutateLeaf(one.lines[line]!, choose)
    seen.add(mutation.path.replace(/\[\d+\]/g, '[]'))
    if (accepted(one, one.lines.with(line, mutation.text))) {
      const why = whyTrue(one, line + 1, mutation)
      const { path, before, after } = mutation
      assert.ok(
        why !== null,
        `${one.algorithm.name}, line ${line + 1}: ${path} was ${JSON.stringify(before)}, is ${JSON.stringify(after)}`,
      )
    } else rejected++
  }
  assert.ok(rejected > 6000, `${rejected} rejected`)
  for (const field of fields) assert.ok(seen.has(field), field)
})

/** What must have been changed at least once. */
const fields = [
  ...[
    'format',
    'algorithm',
    'timing',
    'delay_max',
    'unit_delays',
    'fifo',
    'seed',
    'cell.topology',
    'neighbors[][]',
  ],
  ...['n', 'orientation', 'root', 'ids[]', 'values[]', 'wake_times[]', 'identifiers'].map(
    (name) => `instance.${name}`,
  ),
  ...['t', 'p', 'wakes', 'in[]', 'out[][]', 'terminates'],
  ...['outcome', 'detail', 'events', 'messages', 'time', 'time_unit', 'delay_max'].map(
    (name) => `end.${name}`,
  ),
  ...['measure', 'kind', 'formula', 'value', 'measured', 'verdict'].map((name) => `end.claims[].${name}`),
]

function accepted({ algorithm }: Recorded, lines: readonly string[]): boolean {
  try {
    return verifyLines(lines, algorithm).ok
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
