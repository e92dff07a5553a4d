import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

/** A module that leaves a file behind when any of it runs. */
const telltale = (trace: string): string => `
import { writeFileSync } from 'node:fs'
writeFileSync(${JSON.stringify(trace)}, 'code has run')
export const mine = {
  name: 'mine',
  requires: {},
  terminates: false,
  initially: () => ({}),
  uponStart: (p) => p.sendToAll({ type: 'M' }),
  uponReceiving: { M() {} },
}`

const network = ['--topology', 'ring', '--n', '3']

/** What a colleague may send: a recorded execution and a folder of results that name a module, and that module. */
async function received(t: TestContext, nameIt: (module: string, folder: string) => string) {
  const folder = scratch(t)
  const trace = join(folder, 'trace.txt')
  const made = join(folder, 'made.mjs')
  writeFileSync(made, telltale(join(folder, 'made.txt')))
  const ran = await admissibleHere(['simulate', made, ...network, '--record', 'run.jsonl'], folder)
  assert.equal(ran.code, 0, ran.stderr)
  const sweep = ['sweep', '--algorithm', made, ...network, '--replicates', '1', '--out', 'results']
  assert.equal((await admissibleHere([...sweep, '--workers', '1', '--no-report'], folder)).code, 0)
  // Of the same content, but never imported by this process.
  const module = join(folder, 'mine.mjs')
  writeFileSync(module, telltale(trace))
  const named = JSON.stringify(nameIt(module, folder))
  for (const name of ['run.jsonl', 'results/manifest.json']) {
    const text = readFileSync(join(folder, name), 'utf8')
    const changed = text.replace(/"module":( ?)"[^"]*"/, (_, space) => `"module":${space}${named}`)
    assert.notEqual(changed, text)
    writeFileSync(join(folder, name), changed)
  }
  return { folder, module, trace }
}

const commands = [
  ['verify', 'run.jsonl'],
  ['replay', 'run.jsonl'],
  ['draw', 'run.jsonl'],
  ['shrink', 'run.jsonl'],
  ['replay', 'results', '--row', '1'],
  ['reproduce', 'results'],
]

/** Ways to name the module: each is put in its place in the files. */
const disguises: readonly ((module: string, folder: string) => string)[] = [
  (module) => module,
  () => './mine.mjs',
  () => 'elsewhere/../mine.mjs',
  (_, folder) => {
    mkdirSync(join(folder, 'results', 'deep'), { recursive: true })
    symlinkSync('../../mine.mjs', join(folder, 'results', 'deep', 'link.mjs'))
    return 'results/deep/link.mjs'
  },
  () => 'mine.mjs\u001b[2K#mine',
]

for (const [number, disguise] of disguises.entries())
  test(`a file that was received runs nothing, however it names its module (${number + 1})`, async (t) => {
    const { folder, trace } = await received(t, disguise)
    for (const words of commands) {
      const { code, stderr, stdout } = await admissibleHere(words, folder)
      assert.deepEqual([code, stdout], [2, ''], words.join(' '))
      assert.match(
        stderr,
        /^admissible: .* names the module .*, whose code would run; add --allow .* if you trust it\n$/,
      )
      assert.ok(!stderr.includes('\u001b'))
      assert.ok(!existsSync(trace), `${words.join(' ')} ran code`)
    }
  })

test('what is allowed by its path, or by that of its folder, runs', async (t) => {
  const { folder, module, trace } = await received(t, () => './mine.mjs')
  for (const allowed of [module, 'mine.mjs', '.', folder]) {
    const { code, stderr } = await admissibleHere(['verify', 'run.jsonl', '--allow', allowed], folder)
    assert.equal(code, 0, stderr)
  }
  assert.ok(existsSync(trace))
  const elsewhere = await admissibleHere(['verify', 'run.jsonl', '--allow', join(folder, 'results')], folder)
  assert.equal(elsewhere.code, 2)
  const given = await admissibleHere(['verify', 'run.jsonl', '--algorithm', `${module}#mine`], folder)
  assert.equal(given.code, 0, given.stderr)
})
