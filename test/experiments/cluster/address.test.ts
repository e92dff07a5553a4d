import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseAddress, withoutPassword } from '../../../experiments/cluster/address.ts'
import { fileIn, temporaryFolder } from '../../helpers/temporary.ts'

const folder = temporaryFolder()
const passwordOf = (url: URL): string => decodeURIComponent(url.password)

test('a password stands in the address, in the environment, or in a file, and is not shown', () => {
  const secret = 'p@ss: /w%rd#'
  const file = fileIn(folder, 'password', `${secret}\n`)
  const places: readonly [string, NodeJS.ProcessEnv][] = [
    [`redis://:${encodeURIComponent(secret)}@host:1/2`, { ADMISSIBLE_CLUSTER_PASSWORD: 'another' }],
    ['redis://host:1/2', { ADMISSIBLE_CLUSTER_PASSWORD: secret }],
    ['redis://host:1/2', { ADMISSIBLE_CLUSTER_PASSWORD_FILE: file }],
  ]
  for (const [address, environment] of places) {
    const url = parseAddress(address, environment)
    assert.equal(passwordOf(url), secret)
    assert.equal(withoutPassword(url), 'redis://:***@host:1/2')
  }
  const url = parseAddress('postgres://user@host/database', { ADMISSIBLE_CLUSTER_PASSWORD: secret })
  assert.deepEqual([url.username, passwordOf(url)], ['user', secret])
})

test('without any password there is none', () => {
  assert.equal(withoutPassword(parseAddress('redis://host', {})), 'redis://host')
})

test('what is wrong with an address is said in one line', () => {
  for (const [address, message] of [
    ['host:1', /^“host:1” is no address of a cluster; it must be like redis:/],
    [
      'redis://:secret@host/abc',
      /^redis:\/\/:\*\*\*@host\/abc: “abc” is no database of Redis; they have numbers, from 0$/,
    ],
    ['redis://host/-1', /“-1” is no database of Redis/],
  ] as const)
    assert.throws(() => parseAddress(address, {}), { name: 'InputError', message })
  const missing = join(folder, 'missing')
  assert.throws(() => parseAddress('redis://host', { ADMISSIBLE_CLUSTER_PASSWORD_FILE: missing }), {
    name: 'InputError',
    message: `cannot read “${missing}”: there is no such file`,
  })
})
