import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from './admissible.ts'

/** A root sends M to all, and whoever gets it does something; on line 8 when it starts, on line 9 upon receiving. */
export const authored = (start: string, receive: string, more = ''): string => `let kept = null
const list = []
export const mine = {
  name: 'mine',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, got: 0, list }),
  uponStart(p, s) { if (s.isRoot) { kept = p; ${start} } },
  uponReceiving: { M(p, s, m, from) { ${receive} } },
  ${more}
}
`

/** Simulates an author's module on four processors, with and without a record; both must end alike. */
export async function simulated(
  t: TestContext,
  source: string,
  ...more: string[]
): ReturnType<typeof admissibleHere> {
  const folder = scratch(t)
  writeFileSync(join(folder, 'mine.mjs'), source)
  const words = ['simulate', './mine.mjs', '--topology', 'complete', '--n', '4', '--json', ...more]
  const plain = await admissibleHere(words, folder)
  const recorded = await admissibleHere([...words, '--record', 'run.jsonl'], folder)
  assert.equal(recorded.stdout, plain.stdout)
  assert.equal(recorded.code, plain.code)
  assert.equal(existsSync(join(folder, 'run.jsonl.draft')), false)
  return plain
}

/** A mistake of an author's: what it is, a module that makes it, how a run of it is described. */
export type Mistake = readonly [what: string, source: string, detail: RegExp]

/** For each mistake a test that a simulation fails of it, recorded or not. */
export function testMistakes(mistakes: readonly Mistake[]): void {
  for (const [what, source, detail] of mistakes)
    test(`${what} is the author's fault, with processor, event and line, recorded or not`, async (t) => {
      const { code, stdout } = await simulated(t, source)
      assert.equal(code, 3)
      const row = JSON.parse(stdout)
      assert.equal(row.outcome, 'failed')
      assert.match(row.detail, detail)
    })
}

/** For each mistake a test that a sweep with the module has a run that fails of it, however small its share. */
export function testMistakesInSweeps(mistakes: readonly Mistake[]): void {
  for (const [what, source, detail] of mistakes)
    test(`${what} fails a run of a sweep`, async (t) => {
      const folder = scratch(t)
      writeFileSync(join(folder, 'mine.mjs'), source)
      const words =
        'sweep --algorithm ./mine.mjs --topology complete --n 2,8,16 --replicates 2 --workers 1 --out o'
      const { code, stdout } = await admissibleHere(words.split(' '), folder)
      assert.equal(code, 3)
      const failed = stdout
        .split('\n')
        .flatMap((line) => line.match(/^ *failed: mine on complete, n = \d+: (.*)/)?.[1] ?? [])
      assert.ok(
        failed.some((reason) => detail.test(reason)),
        stdout,
      )
    })
}
