import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { admissibleHere, scratch } from '../../helpers/admissible.ts'

test('compare ends with 1 exactly if a cost rose beyond the threshold, and says which', async (t) => {
  const folder = scratch(t)
  const words = 'sweep --algorithm flooding --topology ring --n 8,16 --replicates 2 --no-report --out before'
  assert.equal((await admissibleHere(words.split(' '), folder)).code, 0)
  const [before, now] = [join(folder, 'before'), join(folder, 'now')]
  cpSync(before, now, { recursive: true })
  const compared = (...words: string[]) => admissibleHere(['compare', before, now, ...words])
  const same = await compared()
  assert.equal(same.code, 0)
  // Two sizes, messages and time.
  assert.match(same.stdout, /of 4 costs 0 rose and 0 fell by more than 5%, 0 are unclear, 4 the same/)

  // Flooding a ring takes 2m − (n − 1) = n + 1 messages: 17 at n = 16. An eighteenth is 1/17 = 5.9% more.
  const path = join(now, 'runs.csv')
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/(terminated|quiescent),17,/g, '$1,18,'))
  const more = await compared()
  assert.equal(more.code, 1)
  assert.match(more.stdout, /rise +messages 17 → 18 \(× 1\.06, 1\.06 to 1\.06\) +flooding on ring, n = 16/)
  assert.equal((await compared('--threshold', '6')).code, 0)
  const { costs } = JSON.parse((await compared('--json')).stdout)
  const rises = costs.filter(({ verdict }: { verdict: string }) => verdict === 'rise')
  assert.deepEqual([rises.length, rises[0].point.n, rises[0].before, rises[0].now], [1, 16, 17, 18])
  assert.equal((await admissibleHere(['compare', now, before])).code, 0)
})
