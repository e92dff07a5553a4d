import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AnyAlgorithm, parametrised } from '../../../engine/index.ts'
import { PageAlgorithms } from '../../../reports/page/algorithms.ts'
import type { TravelData } from '../../../reports/page/set-up.ts'

const family = (name: string) =>
  parametrised({
    name,
    summary: 'does nothing, f times',
    parameters: { f: { kind: 'integer', min: 0, description: 'how often' } },
    create: () => ({ requires: {}, terminates: false, initially: () => ({}), uponReceiving: {} }),
  })
const [waves, mine] = [family('waves'), family('mine')]
const calm = { ...waves.with('f=0'), name: 'calm' } as AnyAlgorithm
const data: TravelData = {
  experiment: 'trial',
  budget: {},
  files: {},
  modules: { 'mine:f=2': './mine.ts', 'theirs:f=1': './mine.ts' },
  programs: {},
  missing: {},
}

test('a page has the members of the families that are in it, of the catalogue and of modules', () => {
  const algorithms = new PageAlgorithms([calm, waves], data)
  algorithms.addModule('./mine.ts', { mine, number: 3, nothing: null })
  assert.equal(algorithms.named('calm'), calm)
  assert.equal(algorithms.named('waves:f=3'), waves.with('f=3'))
  assert.equal(algorithms.named('mine:f=2'), mine.with('f=2'))
  assert.throws(() => algorithms.named('theirs:f=1'), /theirs:f=1 is not in this page/)
})
