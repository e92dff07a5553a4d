import assert from 'node:assert/strict'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissible } from '../helpers/admissible.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

/** A module whose runs meet with trouble of the machine as long as the file `sick` is there, or so many times. */
const sickly = (trouble: string): string => `
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
const isSick = () => {
  if (!existsSync('sick')) return false
  const left = readFileSync('sick', 'utf8')
  if (left !== 'for ever') writeFileSync('sick', String(left - 1))
  return left === 'for ever' || left > 0
}
export const sickly = {
  name: 'sickly',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot }),
  uponStart(p, state) {
    if (!state.isRoot) return
    if (isSick()) { ${trouble} }
    p.sendToAll({ type: 'M' })
  },
  uponReceiving: { M() {} },
}
`

const troubles = [
  [
    'kills',
    'process.kill(process.pid, "SIGKILL"); for (;;);',
    'the worker was killed by SIGKILL, again and again',
  ],
  ['lacks', 'throw new Error("EMFILE: too many open files")', 'Error: EMFILE: too many open files'],
] as const

const words = (name: string, out: string) =>
  `sweep --algorithm ./${name}.mjs --topology ring --n 4 --replicates 1 --workers 1 --no-report --out ${out}`.split(
    ' ',
  )

const rowsOf = (out: string): string => readFileSync(join(folder, out, 'runs.csv'), 'utf8')

for (const [name, trouble, detail] of troubles) {
  writeFileSync(join(folder, `${name}.mjs`), sickly(trouble))
  assert.equal(admissible(words(name, `${name}-well`), folder).code, 0)
  const well = rowsOf(`${name}-well`)

  test(`a run that the machine ends twice (${name}) is tried a third time`, () => {
    writeFileSync(join(folder, 'sick'), '2')
    const { code, stderr } = admissible(words(name, `${name}-twice`), folder)
    assert.equal(code, 0, stderr)
    assert.equal(rowsOf(`${name}-twice`), well)
    rmSync(join(folder, 'sick'))
  })

  test(`a run that the machine ends each time (${name}) has a row that says so, until it is resumed`, () => {
    const out = `${name}-resumed`
    writeFileSync(join(folder, 'sick'), 'for ever')
    const first = admissible(words(name, out), folder)
    assert.equal(first.code, 3)
    assert.match(
      first.stderr,
      /\nadmissible: the machine seems to have ended 1 run; to try again: .* --resume\n/,
    )
    assert.equal(rowsOf(out).split(detail).length, 2)
    rmSync(join(folder, 'sick'))
    const second = admissible([...words(name, out), '--resume'], folder)
    assert.equal(second.code, 0, second.stderr)
    assert.equal(rowsOf(out), well)
  })
}
