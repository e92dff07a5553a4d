import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { flooding } from '../../../algorithms/index.ts'
import {
  defineExperiment,
  loadAlgorithm,
  loadExperiment,
  replayCommand,
  runExperiment,
} from '../../../experiments/index.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const write = (name: string, text: string) => fileIn(folder, name, text)

/** Flooding in a user's words, with a claim that is wrong on every network but a tree. */
const algorithm = `
import { type Algorithm, exactly } from 'admissible'
import { no } from './no.ts'

type Message = { readonly type: 'M' }
interface Input { readonly isRoot: boolean }
interface State extends Input { informed: boolean }

export const wrong: Algorithm<State, Message, Input> = {
  name: 'flood-wrong',
  requires: { root: true },
  terminates: false,
  initially: ({ isRoot }) => ({ isRoot, informed: no }),
  uponStart(p, state) {
    if (!state.isRoot) return
    state.informed = true
    p.sendToAll({ type: 'M' })
  },
  uponReceiving: {
    M(p, state, message, from) {
      if (state.informed) return
      state.informed = true
      p.sendToAllExcept(from, message)
    },
  },
  claims: { messages: exactly('n - 1') },
}
`
const experiment = (algorithms: string) => `
import { defineExperiment, doubling } from 'admissible/experiments'
export default defineExperiment({
  name: 'mine', question: '?', algorithms: ${algorithms}, topologies: ['ring'],
  sizes: doubling(8, 16) satisfies number[], replicates: 2, seed: 1,
})
`
write('no.ts', 'export const no: boolean = false\n')
const mine = write('mine.ts', algorithm + experiment("[wrong, 'flooding']"))

test('an experiment in TypeScript with an algorithm of its own runs in the worker threads', async () => {
  const loaded = await loadExperiment(mine)
  const { rows, violations, manifest } = await runExperiment(loaded, { out: join(folder, 'out'), workers: 2 })
  // By hand: on a ring every processor but the root passes M on once and the root sends it twice: n + 1 messages.
  assert.deepEqual(
    rows.map(({ algorithm, n, messages }) => [algorithm, messages! - n]),
    rows.map(({ algorithm }) => [algorithm, 1]),
  )
  assert.deepEqual(
    violations,
    rows.filter((row) => row.algorithm === 'flood-wrong'),
  )
  assert.equal(violations[0]!.detail, 'messages 9, but the claim is exactly n − 1 = 7')
  const [own, stock] = manifest.algorithms
  assert.deepEqual([own!.module, stock!.module], [mine, null])
  assert.equal(
    replayCommand(violations[0]!, own!.module),
    `admissible simulate ${mine}#flood-wrong --topology ring --n 8 --delay uniform --wakeup all --inputs random --seed ${violations[0]!.seed}`,
  )
})

test('the names of the rooms lead to this installation, whatever lies beside the file', async () => {
  mkdirSync(join(folder, 'node_modules/admissible'), { recursive: true })
  fileIn(join(folder, 'node_modules/admissible'), 'package.json', '{ "main": "broken.js" }')
  const path = write(
    'stock.mjs',
    `import { flooding } from 'admissible/algorithms'\n${experiment('[flooding]')}`.replace(
      ' satisfies number[]',
      '',
    ),
  )
  assert.deepEqual((await loadExperiment(path)).algorithms, [flooding])
})

test('a plain object will do as the default export', async () => {
  const path = write(
    'plain.ts',
    `export default { name: 'plain', question: '?', algorithms: ['flooding'], topologies: ['ring'], sizes: [5], replicates: 1, seed: 1 }`,
  )
  assert.equal((await loadExperiment(path)).title, 'plain')
})

test('an algorithm is found by its name, in its file, or by its name in a file that has several', async () => {
  assert.equal(await loadAlgorithm('flooding'), flooding)
  assert.equal((await loadAlgorithm(mine)).name, 'flood-wrong')
  assert.equal((await loadAlgorithm(`${mine}#flood-wrong`)).name, 'flood-wrong')
})

const refused = async (action: Promise<unknown>, message: string | RegExp) =>
  await assert.rejects(action, { name: 'InputError', message })

test('a module that cannot be imported is refused with its place', async () => {
  const cases: readonly (readonly [name: string, text: string, message: string])[] = [
    [
      'enum.ts',
      'let a: number = 1\nenum A { B }',
      '2:1: TypeScript enum is not supported in strip-only mode',
    ],
    ['syntax.ts', 'let a: number = = 1', '1:17: Expression expected'],
    ['syntax.js', 'export default 1\nlet b = = 2\n', '2:9: Expression expected'],
  ]
  for (const [name, text, message] of cases) {
    const path = write(name, text)
    await refused(loadExperiment(path), `syntax error: ${path}:${message}`)
  }
  const throws = write(
    'throws.ts',
    'interface A {}\nfunction f(): never {\n  throw new RangeError("boom\\nboom")\n}\nf()',
  )
  await refused(loadExperiment(throws), `${throws}:3:9: throws RangeError: boom boom`)
  const throwsText = write('throws-text.ts', 'throw "boom"')
  await refused(loadExperiment(throwsText), `${throwsText} throws boom when it is imported`)
  const lost = write('lost.ts', "import './nowhere.ts'")
  await refused(
    loadExperiment(lost),
    `${lost}: Cannot find module '${join(folder, 'nowhere.ts')}' imported from ${lost}`,
  )
  const noExport = write('no-export.ts', "import { flodding } from 'admissible/algorithms'")
  await refused(loadExperiment(noExport), /no-export.ts:1: .* does not provide an export named 'flodding'$/)
})

test('what is no experiment is refused', async () => {
  const nowhere = join(folder, 'nowhere.ts')
  await refused(loadExperiment(nowhere), `cannot read ${nowhere}: there is no such file`)
  await refused(loadExperiment(`${folder}/`), `cannot read ${folder}/: it is a folder`)
  const text = write('notes.txt', '')
  await refused(loadExperiment(text), `cannot import ${text}: its name must end in .ts or .js`)
  await refused(loadExperiment('quikstart'), 'unknown experiment “quikstart”; did you mean quickstart?')
  await refused(
    loadExperiment('zzzzzzzz'),
    /^unknown experiment “zzzzzzzz”; known: quickstart, flooding, .*file$/,
  )
  const empty = write('empty.ts', 'export const a = 1')
  await refused(
    loadExperiment(empty),
    `${empty} has no default export; write export default defineExperiment({ … })`,
  )
  const lone = write('lone.ts', `${algorithm}export default wrong`)
  await refused(
    loadExperiment(lone),
    `${lone} exports an algorithm, not an experiment; sweep it with --algorithm ${lone}, or list it in an experiment`,
  )
  const unknownKey = write('key.ts', experiment("['flooding']").replace('seed', 'sead'))
  await refused(
    loadExperiment(unknownKey),
    `${unknownKey}: experiment mine: sead: there is no such key; did you mean seed?`,
  )
  const number = write('number.ts', 'export default 7')
  await refused(loadExperiment(number), `${number}: experiment: definition: expected an object`)
})

test('what is no algorithm is refused', async () => {
  await refused(loadAlgorithm('floding'), 'unknown algorithm “floding”; did you mean flooding?')
  await refused(
    loadAlgorithm(`${mine}#flood-wrnog`),
    `${mine} has no algorithm “flood-wrnog”; did you mean flood-wrong?`,
  )
  const two = write('two.ts', `${algorithm}export const other = { ...wrong, name: 'other' }`)
  await refused(
    loadAlgorithm(two),
    `${two} exports several algorithms; choose one: ${two}#other, ${two}#flood-wrong`,
  )
  const none = write('none.ts', 'export default 7')
  await refused(loadAlgorithm(none), `${none} exports no algorithm`)
})

test('what is meant as an algorithm, and is none, is refused with what it lacks', async () => {
  const changed = (name: string, keys: string) => write(name, `${algorithm.replace('export ', '')}${keys}`)
  const lacks = changed('lacks.ts', 'export const mine = { ...wrong, requires: undefined }')
  const missing = 'requires: missing; write requires: {} if it needs nothing of the system'
  await refused(loadAlgorithm(lacks), `${lacks}: algorithm flood-wrong: ${missing}`)
  await refused(loadAlgorithm(`${lacks}#flood-wrong`), `${lacks}: algorithm flood-wrong: ${missing}`)
  const typo = changed('typo.ts', "export const mine = { ...wrong, claims: { tim: exactly('n') } }")
  await refused(
    loadAlgorithm(typo),
    `${typo}: algorithm flood-wrong: claims.tim: there is no such measure; did you mean time?`,
  )
  const listed = changed('listed.ts', `const mine = { ...wrong, terminates: 1 }${experiment('[mine]')}`)
  await refused(
    loadExperiment(listed),
    `${listed}: experiment mine: algorithms[0]: algorithm flood-wrong: terminates: expected true or false`,
  )
  const lone = changed('lone-lacks.ts', 'export default { ...wrong, requires: undefined }')
  await refused(loadExperiment(lone), /exports an algorithm, not an experiment/)
})

test('an algorithm is chosen among others in its file, though one of them lacks something', async () => {
  const base = "export const base = { ...wrong, name: 'base', uponReceiving: undefined }"
  const path = write('base.ts', `${algorithm}${base}`)
  assert.equal((await loadAlgorithm(path)).name, 'flood-wrong')
  await refused(loadAlgorithm(`${path}#base`), /base\.ts: algorithm base: uponReceiving: missing/)
})

test('an algorithm that workers could not import is refused before anything runs', async () => {
  const out = join(folder, 'never')
  const own = defineExperiment({
    name: 'own',
    question: '?',
    algorithms: [{ ...flooding, name: 'own' }],
    topologies: ['ring'],
    sizes: [5],
    replicates: 1,
    seed: 1,
  })
  await refused(
    runExperiment(own, { out }),
    'workers cannot import own: it was loaded from no file; give runExperiment its module',
  )
  assert.ok(!existsSync(out))
})

test('an algorithm with parameters is loaded by them, and workers find it by its name', async () => {
  const module = write(
    'family.ts',
    `import { exactly, parametrised } from 'admissible'
export const chatter = parametrised({
  name: 'chatter',
  summary: 'sends f messages on every channel',
  parameters: { f: { kind: 'integer', min: 1, description: 'messages on each channel' } },
  create: ({ f }) => ({
    requires: {}, terminates: false, initially: () => ({}),
    uponStart(p) { for (let i = 0; i < f; i++) p.sendToAll({ type: 'word' }) },
    uponReceiving: { word() {} },
    claims: { messages: exactly('2f m') },
  }),
})
`,
  )
  const algorithms = await Promise.all([1, 2].map((f) => loadAlgorithm(`${module}#chatter:f=${f}`)))
  const question = 'Are these two algorithms?'
  const definition = {
    name: 'family',
    question,
    algorithms,
    topologies: ['ring'],
    sizes: [5],
    replicates: 1,
    seed: 1,
  }
  const { rows } = await runExperiment(defineExperiment(definition), {
    out: join(folder, 'family'),
    workers: 2,
  })
  // A ring of five has five channels; each is used f times in both directions.
  assert.deepEqual(
    rows.map(({ algorithm, messages, messages_verdict }) => [algorithm, messages, messages_verdict]),
    [
      ['chatter:f=1', 10, 'held'],
      ['chatter:f=2', 20, 'held'],
    ],
  )
  await assert.rejects(loadAlgorithm(module), /algorithm chatter needs f; write chatter:f=VALUE/)
  await assert.rejects(loadAlgorithm(`${module}#chater:f=1`), /has no algorithm “chater:f=1”/)
})
