import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import type { AnyAlgorithm } from '../../../engine/index.ts'
import type { Manifest } from '../../../experiments/cell/manifest.ts'
import { readFile } from '../../../experiments/index.ts'
import { travelScript } from '../../../reports/page/index.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'
import { cellWith } from '../../helpers/travel-cells.ts'
import { manifestOf, sweepRow } from '../../helpers/travel-page.ts'

const folder = temporaryFolder()
const ringOfFour = sweepRow(cellWith())

/** An algorithm of one's own in TypeScript, beside an experiment; `more` is whatever else its module does. */
const mine = (more = ''): string => `
import { type Algorithm, exactly } from 'admissible'
import { defineExperiment, doubling } from 'admissible/experiments'
${more}
interface State { seen: boolean }
export const gossip: Algorithm<State, { readonly type: 'hello' }, object> = {
  name: 'gossip',
  requires: {},
  terminates: false,
  initially: () => ({ seen: false }),
  uponStart: (p) => p.sendToAll({ type: 'hello' }),
  uponReceiving: { hello: (_p, state) => { state.seen = true } },
  claims: { messages: exactly('2m') },
}
export default defineExperiment({
  name: 'gossip', question: 'How much?', algorithms: [gossip], topologies: ['ring'], sizes: doubling(4, 16), replicates: 1, seed: 1,
})`

/** The users' modules that come in when the script runs in a page, by their paths. */
function modulesIn(script: string): Record<string, unknown> {
  const modules: Record<string, unknown> = {}
  let offered: object = {}
  const globals = {
    ...{ structuredClone, TextDecoder, TextEncoder },
    get admissible() {
      return offered
    },
    set admissible(travel: object) {
      assert.deepEqual(Object.keys(travel).sort(), ['addModule', 'open', 'readLink'])
      offered = { addModule: (path: string, exports: unknown) => (modules[path] = exports) }
    },
  }
  runInNewContext(script, globals)
  return modules
}

/** Does not print the script, as a failing match would. */
const contains = (script: string, text: string): void =>
  assert.ok(script.includes(text), `“${text}” is missing`)

test('the script is light, the same for the same manifest, and fits between script tags', async () => {
  const manifest = manifestOf([ringOfFour])
  const script = await travelScript(manifest, readFile)
  assert.ok(script.length < 450_000, `${script.length} characters`)
  assert.equal(await travelScript(manifest, readFile), script)
  assert.ok(!/<\/script|<!--/i.test(script))
})

test('only the algorithms of the experiment are in the script', async () => {
  const script = await travelScript(manifestOf([ringOfFour]), readFile)
  contains(script, 'name:"flooding"')
  assert.ok(!script.includes('name:"lcr"') && !script.includes('name:"echo"'))
})

test('a module of the user runs in the page, TypeScript and the experiment beside the algorithm included', async () => {
  const path = fileIn(folder, 'gossip.ts', mine())
  const modules = modulesIn(await travelScript(manifestOf([], { gossip: path }), readFile))
  const { gossip, default: experiment } = modules[path] as Record<string, unknown>
  assert.equal((gossip as AnyAlgorithm).name, 'gossip')
  assert.deepEqual((experiment as { sizes: number[] }).sizes.join(), '4,8,16')
})

test('a module that reads files is left out, and the page is told why', async () => {
  const path = fileIn(folder, 'reads.ts', mine("import { readFileSync } from 'node:fs'\nreadFileSync('x')"))
  const script = await travelScript(manifestOf([ringOfFour], { gossip: path }), readFile)
  assert.deepEqual(modulesIn(script), {})
  contains(script, 'Could not resolve "node:fs"')
})

test('a module that throws when it is read spoils nothing else', async () => {
  const path = fileIn(folder, 'throws.ts', mine("if (1) throw new Error('not here')"))
  const modules = modulesIn(await travelScript(manifestOf([ringOfFour], { gossip: path }), readFile))
  assert.equal(modules[path], 'it throws Error: not here')
})

test('a module that has gone leaves the page without it', async () => {
  contains(
    await travelScript(manifestOf([ringOfFour], { gossip: 'gone.ts' }), readFile),
    'there is no such file',
  )
})

test('files that cells name are in the page, whatever they contain', async () => {
  const path = fileIn(folder, 'net.txt', '0 1\n1 </script><!--\n')
  const base = manifestOf([ringOfFour])
  const withFile = (topology: string): Manifest => ({
    ...base,
    experiment: { ...base.experiment, topologies: [topology] },
  })
  const script = await travelScript(withFile(`file:${path}`), readFile)
  assert.ok(!/<\/script|<!--/i.test(script))
  contains(script, '0 1')
  assert.deepEqual(modulesIn(script), {})
  contains(await travelScript(withFile('file:gone.txt'), readFile), 'there is no such file')
})

test('two algorithms of one family are in the page once', async () => {
  const rows = ['maekawa:protocol=original', 'maekawa:protocol=repaired'].map((algorithm) => ({
    ...ringOfFour,
    algorithm,
  }))
  const script = await travelScript(manifestOf(rows), readFile)
  assert.ok(script.includes('whether those who wait are told when they are overtaken'))
})
