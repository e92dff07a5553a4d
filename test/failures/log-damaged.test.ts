import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { InputError } from '../../engine/index.ts'
import type { FinishedCell } from '../../experiments/cell/index.ts'
import { runExperiment } from '../../experiments/index.ts'
import { sealedLine } from '../../experiments/store/log-line.ts'
import { readLog } from '../../experiments/store/read-log.ts'
import { Store } from '../../experiments/store/store.ts'
import fc from '../helpers/property.ts'
import { temporaryFolder } from '../helpers/temporary.ts'
import { experiment, read } from '../helpers/trial.ts'

const folder = temporaryFolder()
const whole = join(folder, 'whole')
await runExperiment(experiment, { out: whole, workers: 2 })
const bytes = readFileSync(join(whole, 'runs.jsonl'))
const lines = bytes.toString().split('\n').slice(0, -1)

/** A folder whose log has been changed. */
function withLog(name: string, content: string | Buffer): string {
  const out = join(folder, name)
  mkdirSync(out)
  writeFileSync(join(out, 'runs.jsonl'), content)
  return out
}

test('what a damaged line held runs again, the line is named, and the tables are the same', async () => {
  const wrong = lines.with(3, lines[3]!.replace(/"messages":\d/, '"messages":9'))
  assert.notEqual(wrong[3], lines[3])
  const out = withLog('digit', `${wrong.join('\n')}\n`)
  const notices: string[] = []
  await runExperiment(experiment, { out, resume: true, workers: 1, onNotice: (text) => notices.push(text) })
  assert.deepEqual(notices, [
    `${join(out, 'runs.jsonl')}: line 4 is damaged; the run that stood there is carried out again`,
  ])
  for (const name of ['runs.csv', 'verdicts.csv', 'manifest.json'])
    assert.equal(read(out, name), read(whole, name))
})

test('a row that stands under the index of another cell runs again', async () => {
  const [first, second] = [lines[1]!, lines[2]!].map((line) => JSON.parse(line) as FinishedCell)
  const { crc32: _, ...swapped } = { ...first!, index: second!.index } as FinishedCell & { crc32: string }
  const out = withLog('swapped', `${lines.with(2, sealedLine(swapped)).join('\n')}\n`)
  const notices: string[] = []
  await runExperiment(experiment, { out, resume: true, workers: 1, onNotice: (text) => notices.push(text) })
  assert.match(notices.join(), /line 3 is damaged/)
  assert.equal(read(out, 'runs.csv'), read(whole, 'runs.csv'))
})

test('a damaged header is refused with its line', async () => {
  const out = withLog('header', bytes.toString().replace('"runs":32', '"runs":33'))
  await assert.rejects(runExperiment(experiment, { out, resume: true }), {
    name: 'InputError',
    message: `${join(out, 'runs.jsonl')}:1: the log is damaged here; run again without --resume`,
  })
})

/** One change of the bytes: a flipped bit, some that are taken out, some that come in. */
const change = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'insert'),
  at: fc.nat({ max: bytes.length - 1 }),
  bit: fc.nat({ max: 7 }),
  extra: fc.uint8Array({ minLength: 1, maxLength: 20 }),
})

function changed({ kind, at, bit, extra }: { kind: string; at: number; bit: number; extra: Uint8Array }) {
  if (kind === 'cut') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + extra.length)])
  if (kind === 'insert') return Buffer.concat([bytes.subarray(0, at), extra, bytes.subarray(at)])
  const flipped = Buffer.from(bytes)
  flipped[at]! ^= 1 << bit
  return flipped
}

test('after any change of the bytes, what is still taken from a log is what was written, and the rest is named', () => {
  const written = new Map<number, FinishedCell>()
  const { header } = readLog(join(whole, 'runs.jsonl'), {
    onCell: (cell) => written.set(cell.index, cell),
    onDamage: () => assert.fail(),
  })!
  let trial = 0
  fc.assert(
    fc.property(change, (how) => {
      const out = withLog(`changed-${trial++}`, changed(how))
      const notices: string[] = []
      let store: Store
      try {
        store = new Store(out, header, { resume: true, onNotice: (text) => notices.push(text) })
      } catch (error) {
        // Only the header is beyond help.
        assert.ok(error instanceof InputError && how.at <= Buffer.byteLength(lines[0]!), String(error))
        assert.match(error.message, /runs\.jsonl:1: the log is damaged|not a log of this version/)
        return
      }
      let missing = 0
      for (const [index, cell] of written)
        if (store.recorded.has(index)) assert.deepEqual(store.recorded.read(index), cell)
        else missing++
      store.close()
      // At the end of the log a line may be cut short, as a crash leaves it.
      const last = bytes.length - Buffer.byteLength(lines.at(-1)!) - 1
      if (missing > 0 && how.at < last - 20) assert.match(notices.join(), /lines? \d+.* damaged/)
    }),
    { numRuns: 300 },
  )
})
