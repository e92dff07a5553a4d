import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { freePort, Redis, redisProgram } from '../helpers/servers.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const folder = temporaryFolder()

test('a server that cannot be reached, an address that is none: one line, and nothing runs', async () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [`redis://127.0.0.1:${await freePort()}`, /^admissible: cannot reach redis:.*ECONNREFUSED/],
    [
      `postgres://me:secret@127.0.0.1:${await freePort()}/x`,
      /^admissible: cannot reach postgres:\/\/me:\*\*\*@.*ECONN/,
    ],
    [
      'http://localhost',
      /^admissible: “http:\/\/localhost” is no address of a cluster; it must be like redis:/,
    ],
    ['nowhere', /is no address of a cluster/],
  ]
  for (const [url, message] of cases)
    for (const words of [
      ['worker', url],
      ['run', 'quickstart', '--out', join(folder, 'none'), '--cluster', url],
    ]) {
      const { code, stderr } = await admissibleHere(words)
      assert.equal(code, 2, stderr)
      assert.match(stderr, message)
      assert.equal(stderr.trim().split('\n').length, 1, stderr)
    }
})

const redis = redisProgram()

test('a database that Redis has not is an error in one line', { skip: redis === null }, async (t) => {
  const folder = scratch(t)
  const { url } = await Redis.start(t, redis!, folder)
  const words = [
    'sweep',
    '--algorithm',
    'flooding',
    '--topology',
    'ring',
    '--n',
    '4',
    '--cluster',
    `${url}/99`,
  ]
  const { code, stderr } = await admissibleHere(words, folder)
  assert.deepEqual([code, stderr], [2, `admissible: cannot reach ${url}/99: ERR DB index is out of range\n`])
})
