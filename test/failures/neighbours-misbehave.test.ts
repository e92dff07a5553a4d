import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { misbehaving } from '../../scripts/torture/misbehaving.ts'
import { Neighbourhood } from '../../scripts/torture/neighbours.ts'
import { admissible } from '../helpers/admissible.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()
const neighbourhood = new Neighbourhood(folder)
const alone = (await neighbourhood.sweep('alone', null, 1)).goodRows

/** One of each sort; the script torture.ts tries all of them. */
const tried = [
  'replaces JSON.stringify in a handler',
  'replaces Object.prototype.toJSON in a handler',
  'rejects a promise later',
  'throws in the next tick',
  'reports the cells of others',
  'sends nonsense to whoever started it',
  'listens to what its worker is told',
]

test('the rows of a good algorithm are the same alone', () => {
  assert.equal(alone.length, 16)
})

for (const [number, what] of tried.entries())
  test(`an algorithm that ${what} changes no row of another`, async () => {
    const { code, output, goodRows } = await neighbourhood.sweep(
      `bad-${number}`,
      misbehaving[what]!,
      1 + (number % 2),
    )
    assert.ok(code === 0 || code === 3, output)
    assert.deepEqual(goodRows, alone)
  })

for (const [what, message] of [
  ['replaces Math.log when it is imported', /bad\.mjs: changes Math\.log, which belongs to JavaScript/],
  [
    'replaces Array.prototype[Symbol.iterator] when it is imported',
    /bad\.mjs: changes Array\.prototype\.Symbol\(Symbol\.iterator\)/,
  ],
  ['leaves its process when it is imported', /bad\.mjs ends the process when it is imported$/],
] as const)
  test(`an algorithm that ${what} is refused in one line, and nothing runs`, () => {
    writeFileSync(join(folder, 'bad.mjs'), misbehaving[what]!)
    const words = [
      'sweep',
      '--algorithm',
      './bad.mjs,./good.mjs',
      '--topology',
      'ring',
      '--n',
      '8',
      '--out',
      'none',
    ]
    const { code, stderr } = admissible(words, folder)
    assert.equal(code, 2)
    assert.match(stderr.trimEnd(), message)
    assert.equal(stderr.trimEnd().split('\n').length, 1)
    assert.ok(!existsSync(join(folder, 'none')))
  })
