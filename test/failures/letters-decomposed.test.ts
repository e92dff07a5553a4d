import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'

/** A Mac writes ö as two characters, o and the dots. */
const apart = (text: string): string => text.normalize('NFD')

const experiment = apart(`import { exactly } from 'admissible'
const mine = {
  name: 'mine', title: 'Fluß ö', summary: 'überall', source: 'Erdős', requires: { root: true }, terminates: false,
  initially: ({ isRoot }) => ({ isRoot, seen: isRoot }),
  uponStart(p, s) { if (s.isRoot) p.sendToAll({ type: 'M' }) },
  uponReceiving: { M(p, s, m, from) { if (!s.seen) { s.seen = true; p.sendToAllExcept(from, m) } } },
  claims: { messages: exactly('2m - S', { source: 'Gödel', where: { S: { description: 'Bäume', value: ({ network }) => network.n - 1 } } }) },
}
export default {
  name: 'trial', title: 'Städte', question: 'Wie weit ist es nach Köln?', algorithms: [mine],
  topologies: ['file:net.gml'], inputs: ['random', 'root=0'], replicates: 2, seed: 1,
}
`)

const network = apart(
  'graph [ node [ id 0 label "Zürich" ] node [ id 1 label "Köln" ] node [ id 2 label "Łódź" ] edge [ source 0 target 1 ] edge [ source 1 target 2 ] ]',
)

test('letters that come in parts are composed in everything that is written', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'trial.mjs'), experiment)
  writeFileSync(join(folder, 'net.gml'), network)
  const { code } = await admissibleHere('run ./trial.mjs --workers 1 --out o'.split(' '), folder)
  assert.equal(code, 0)
  const out = join(folder, 'o')
  const texts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(csv|json|html|md|tex|svg)$/.test(name) && statSync(join(out, name)).isFile(),
  )
  assert.ok(texts.length > 8)
  for (const name of texts) {
    const text = readFileSync(join(out, name), 'utf8')
    // The page has the code of its modules as it was written.
    const own = name === 'report.html' ? text.replace(/<script>.*?<\/script>/gs, '') : text
    assert.equal(own, own.normalize('NFC'), name)
  }
  const page = readFileSync(join(out, 'report.html'), 'utf8')
  for (const word of ['Städte', 'Köln', 'Fluß ö', 'überall', 'Erdős']) assert.ok(page.includes(word), word)
  assert.match(readFileSync(join(out, 'runs.csv'), 'utf8'), /Zürich/)
})

test('a file whose name comes in parts is read by that name, and shown composed', async (t) => {
  const folder = scratch(t)
  mkdirSync(join(folder, 'd'))
  const name = apart('d/Köln.gml')
  writeFileSync(join(folder, name), network)
  const words = ['sweep', '--algorithm', 'flooding', '--topology', `file:${name}`, '--replicates', '2']
  const { code } = await admissibleHere([...words, '--workers', '1', '--out', 'o'], folder)
  assert.equal(code, 0)
  // What is typed again must find the file; what is read must look right.
  assert.ok(readFileSync(join(folder, 'o', 'runs.csv'), 'utf8').includes(`file:${name}`))
  assert.match(readFileSync(join(folder, 'o', 'tables.md'), 'utf8'), /Köln/)
})
