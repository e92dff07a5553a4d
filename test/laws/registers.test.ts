import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithmFamilies, algorithms } from '../../algorithms/index.ts'
import { networksFor } from '../helpers/catalogue.ts'
import { fairSchedulers, overRegisters, runOverRegisters } from '../helpers/over-registers.ts'
import { inOwnModel, sameInside } from '../helpers/own-model.ts'
import { violations } from '../helpers/run.ts'

/** Seeds for each algorithm and scheduler; ADMISSIBLE_LAW_SEEDS=100 runs more of them. */
const seeds = Number(process.env.ADMISSIBLE_LAW_SEEDS ?? 2)

const hosts = [...algorithms, ...algorithmFamilies.map((family) => family.with(''))].flatMap((algorithm) => {
  const wrapped = overRegisters(algorithm)
  return wrapped === null ? [] : [{ algorithm, wrapped }]
})

test('most algorithms that pass messages and need nothing else run over registers', () => {
  assert.ok(hosts.length >= 30, `${hosts.length}`)
})

for (const { algorithm, wrapped } of hosts)
  test(`${algorithm.name} over registers goes through an execution of its own model, at a write for each message`, () => {
    const networks = networksFor(algorithm, [8, 5, 4, 3, 2])
    let place = 0
    for (const scheduler of fairSchedulers)
      for (let seed = 0; seed < seeds; seed++) {
        const network = networks[place++ % networks.length]!
        // Whoever sleeps is woken by a message.
        const wakeup = seed % 2 === 1 && algorithm.requires.initiators === undefined ? 'root' : 'all'
        const run = runOverRegisters(wrapped, { ...network, seed, delay: scheduler, wakeup })
        const { execution, instance, judgements, steps, cell } = run
        const where = JSON.stringify(cell)
        assert.deepEqual(violations({ execution, judgements }), [], where)
        const own = inOwnModel(algorithm, instance, seed, steps)
        assert.equal(own.sent, execution.measures.messages, where)
        assert.ok(sameInside(execution.final.states, own), where)
        const about = judgements.filter(({ measure }) => /^column:(register_)/.test(measure))
        assert.deepEqual(
          about.map(({ verdict }) => verdict),
          ['held', 'held', 'held', 'held'],
          where,
        )
      }
  })
