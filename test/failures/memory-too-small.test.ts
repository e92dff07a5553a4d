import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'

// 269 bytes for each of 10^6 processors, and 64 MiB for the program.
test('a run that does not fit into memory is refused in one line', async () => {
  const { code, stdout, stderr } = await admissibleHere(
    'simulate flooding --topology gnp --n 1000000 --memory 0.25'.split(' '),
  )
  assert.deepEqual([code, stdout], [2, ''])
  assert.match(stderr, /^admissible: flooding on gnp with n = 1000000 needs about 0\.313 GiB .*\n$/)
})
