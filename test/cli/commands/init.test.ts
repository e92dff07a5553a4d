import assert from 'node:assert/strict'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

const names = ['experiment.ts', 'flood-max.ts', 'package.json', 'tsconfig.json']

test('init makes the folder and puts the example into it', async (t) => {
  const folder = scratch(t)
  const { code, stdout } = await admissibleHere(['init', 'my project'], folder)
  assert.equal(code, 0)
  assert.equal(
    stdout,
    `Wrote flood-max.ts, experiment.ts, package.json, tsconfig.json.
Next: cd 'my project' && npm install && npx admissible run ./experiment.ts
`,
  )
  assert.deepEqual(readdirSync(join(folder, 'my project')).sort(), names)
  for (const name of names)
    assert.equal(
      readFileSync(join(folder, 'my project', name), 'utf8'),
      readFileSync(join('examples/own-algorithm', name), 'utf8'),
    )
})

test('init keeps the settings of a project, and says what they lack', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'package.json'), '{ "name": "mine" }')
  writeFileSync(join(folder, 'tsconfig.json'), '{}')
  mkdirSync(join(folder, 'node_modules/admissible'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/admissible/package.json'), '{}')
  const { code, stdout } = await admissibleHere(['init'], folder)
  assert.equal(code, 0)
  assert.equal(
    stdout,
    `Wrote flood-max.ts, experiment.ts; kept package.json, tsconfig.json.
So that TypeScript takes the files for modules: npm pkg set type=module
For npm start: npm pkg set scripts.start="admissible run ./experiment.ts"
Next: npx admissible run ./experiment.ts
`,
  )
  assert.equal(readFileSync(join(folder, 'package.json'), 'utf8'), '{ "name": "mine" }')
  assert.equal(readFileSync(join(folder, 'tsconfig.json'), 'utf8'), '{}')
})

test('a project that has not installed the package is told how to', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "scripts": { "start": "node ." } }')
  const { stdout } = await admissibleHere(['init'], folder)
  assert.equal(
    stdout,
    `Wrote flood-max.ts, experiment.ts, tsconfig.json; kept package.json.
Next: npm install -D admissible && npx admissible run ./experiment.ts
`,
  )
})

for (const name of ['experiment.ts', 'flood-max.ts'])
  test(`init writes nothing where there is a file ${name}`, async (t) => {
    const folder = scratch(t)
    writeFileSync(join(folder, name), '// mine')
    const { code, stdout, stderr } = await admissibleHere(['init'], folder)
    assert.deepEqual([code, stdout], [2, ''])
    assert.equal(
      stderr,
      `admissible: ${name} is there already, so nothing was written; another folder can be named: admissible init my-project\n`,
    )
    assert.deepEqual(readdirSync(folder), [name])
    assert.equal(readFileSync(join(folder, name), 'utf8'), '// mine')
  })

test('init writes nothing beside a package.json that is no JSON', async (t) => {
  const folder = scratch(t)
  writeFileSync(join(folder, 'package.json'), '{')
  const { code, stderr } = await admissibleHere(['init'], folder)
  assert.equal(code, 2)
  assert.match(stderr, /^admissible: cannot read package\.json, so nothing was written: [^\n]*\n$/)
  assert.deepEqual(readdirSync(folder), ['package.json'])
})
