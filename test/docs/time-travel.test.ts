import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { cellOf } from '../../experiments/cell/row.ts'
import { readLink } from '../../reports/page/replay/edits.ts'
import { costWords } from '../../reports/page/replay/words.ts'
import { parseRuns } from '../../reports/statistics/read-results.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { runnerOf } from '../helpers/travel-cells.ts'

const text = readFileSync('docs/time-travel.md', 'utf8')

test('the link in the documentation shows what it says of that sweep', async (t) => {
  const folder = scratch(t)
  const [, command] = /npx admissible (sweep .*)/.exec(text)!
  const { code, stderr } = await admissibleHere([...command!.split(' '), '--no-report', '--out', folder], '.')
  assert.equal(code, 0, stderr)
  const { row, edits } = readLink(/report\.html(#run=[^`]*)`/.exec(text)![1]!)!
  const runs = parseRuns(readFileSync(join(folder, 'runs.csv'), 'utf8'), 'runs.csv')
  const runner = runnerOf(cellOf(runs[row - 1]!))
  const [original, edited] = [runner.original.row, runner.run(edits).row]
  assert.ok(
    text.includes(
      `**messages ${costWords(original.messages, edited.messages, true)}, time ${costWords(original.time, edited.time, true)}**`,
    ),
  )
  const { delay } = runner.original.messages.find(
    ({ from, to, nth }) => from === 14 && to === 15 && nth === 1,
  )!
  assert.equal(delay.toFixed(3), '0.063')
})
