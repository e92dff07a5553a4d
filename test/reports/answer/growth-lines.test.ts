import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthLines } from '../../../reports/answer/growth-lines.ts'
import { analyse } from '../../../reports/index.ts'
import { makeAlgorithm, makeManifest, makeRow, range } from '../../helpers/samples.ts'

/** Costs that are a function of n alone, at five sizes; the network has n channels. */
const costs = (topology: string, messages: (n: number) => number) =>
  [16, 64, 256, 1024, 4096].flatMap((n) =>
    range(3).map((replicate) =>
      makeRow({ topology, n, m: n, diameter: n, replicate, messages: messages(n), time: n }),
    ),
  )

const linesOf = (rows: ReturnType<typeof costs>) =>
  growthLines(analyse(rows, makeManifest(rows, [makeAlgorithm('flooding', 'Flooding')])))

test('a line has the class and the exponent, and no circumstance that all share', () => {
  assert.deepEqual(
    linesOf(costs('ring', (n) => n * n)).map((line) => line.replace(/ \[[^\]]*\]/, '')),
    [
      'Messages of Flooding grow like n²: n^2.00 for n from 16 to 4,096',
      'Time of Flooding grows like n: n^1.00 for n from 16 to 4,096',
    ],
  )
})

test('where the networks differ, each line names its own', () => {
  const lines = linesOf([...costs('ring', (n) => n * n), ...costs('path', (n) => 3 * n)])
  const messages = lines.filter((line) => line.startsWith('Messages'))
  assert.match(messages[0]!, /^Messages of Flooding \(Ring\) grow like n²: /)
  assert.match(messages[1]!, /^Messages of Flooding \(Path\) grow like n: /)
})
