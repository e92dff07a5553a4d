/** What an adversary finds that also chooses when operations are asked for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  abdRegister,
  abdRegisterOneWriter,
  algorithms,
  flooding,
  lamportMutex,
  maekawa,
  ricartAgrawala,
  skeen,
  totalOrderSequencer,
} from '../../../../algorithms/index.ts'
import { measuredValue } from '../../../../engine/claims/measure.ts'
import {
  type AnyAlgorithm,
  attack,
  callsFor,
  InputError,
  objectiveNamed,
  recordSchedule,
  timeSchedule,
} from '../../../../engine/index.ts'
import { completeOf } from '../../../helpers/explored-service.ts'
import { verifyLines } from '../../../helpers/record.ts'

interface Asked {
  readonly n?: number
  readonly workload?: string
  readonly runs?: number
  readonly seed?: number
}

function search(
  algorithm: AnyAlgorithm,
  objective: string,
  { n = 3, workload, runs = 150, seed = 1 }: Asked,
) {
  const problem = completeOf(n)
  const found = attack(algorithm, problem, {
    objective: objectiveNamed(objective, algorithm),
    seed,
    runs,
    calls: callsFor(algorithm, problem, { seed, ...(workload !== undefined && { workload }) }),
  })
  const { instance, schedule, wakeUps, hurried } = found
  const recorded = recordSchedule(
    algorithm,
    instance,
    timeSchedule(algorithm, instance, schedule, wakeUps, hurried),
  )
  return { found, ...recorded }
}

const used = algorithms.filter(
  ({ service, requires, stopWhen }) =>
    service !== undefined && stopWhen === undefined && requires.clocks !== true && requires.coins !== true,
)

test('what is found is an execution that the checker of records accepts, with that cost, and keeps all claims', () => {
  assert.ok(used.length > 20)
  for (const [i, algorithm] of used.entries())
    for (const objective of ['messages_per_operation', 'response', 'bypass', 'sync_delay', 'delivery']) {
      const measures = objectivesOf(algorithm)
      if (!measures.includes(objective)) continue
      const { found, lines, execution, judgements } = search(algorithm, objective, {
        workload: 'closed:operations=2',
        runs: 40,
        seed: i,
      })
      const where = `${algorithm.name}, ${objective}`
      const { first_error } = verifyLines(lines.join('').trimEnd().split('\n'), algorithm)
      assert.equal(first_error, null, where)
      assert.equal(execution.outcome.kind, 'quiescent', where)
      const measured = measuredValue(algorithm, execution, objective as 'response') ?? 0
      assert.ok(Math.abs(measured - found.best) < 1e-3, `${where}: ${measured}, ${found.best}`)
      assert.deepEqual(
        judgements.filter(({ verdict }) => verdict === 'violated'),
        [],
        where,
      )
    }
})

/** The objectives that an algorithm has, as the refusal of another one lists them. */
function objectivesOf(algorithm: AnyAlgorithm): string[] {
  try {
    objectiveNamed('-', algorithm)
  } catch (error) {
    return (error as Error).message.replace(/^.* has /, '').split(', ')
  }
  return assert.fail('the objective “-” is not refused')
}

test('bounds that are attained are found to be: four units to read and to write, two to deliver', () => {
  // Each of these is a chain of messages by hand: query, answer, update, answer; update, answer; request, numbered.
  const workload = 'closed:operations=2,mix=read:1+write:1'
  assert.equal(search(abdRegister, 'response:read', { workload }).found.best, 4)
  assert.equal(search(abdRegister, 'response:write', { workload }).found.best, 4)
  assert.equal(search(abdRegisterOneWriter, 'response:write', { workload }).found.best, 2)
  assert.equal(search(totalOrderSequencer as unknown as AnyAlgorithm, 'delivery', {}).found.best, 2)
})

test('Skeen’s broadcasts can take four units, more than one that is alone', () => {
  // One that is alone takes 3: request, proposal, final. It waits one longer for another that was asked for just before its
  // request came.
  assert.equal(
    search(skeen as AnyAlgorithm, 'delivery', { n: 2, workload: 'once:processors=0' }).found.best,
    3,
  )
  assert.ok(search(skeen as AnyAlgorithm, 'delivery', {}).found.best >= 4)
})

test('of two, one can enter twice while the other waits, and no more often', () => {
  // p_0 asks with time 1, and p_1 replies before it asks itself, with time 2. While that is under way, p_0 enters, leaves and
  // asks with time 2, which is earlier, for its identifier is smaller: p_1 replies. Its next time is 3.
  for (const workload of ['closed:operations=3', 'closed:operations=5']) {
    const { found } = search(ricartAgrawala as AnyAlgorithm, 'bypass', { n: 2, workload, runs: 300 })
    assert.equal(found.best, 2)
  }
})

test('an adversary finds that Maekawa’s original protocol deadlocks', () => {
  const { found, execution } = search(maekawa.with('protocol=original'), 'response', { n: 4, runs: 1000 })
  assert.equal(found.violation?.property, 'answered')
  assert.equal(execution.outcome.kind, 'violated')
})

test('the same seed finds the same', () => {
  const once = () => search(lamportMutex as AnyAlgorithm, 'response', { runs: 100, seed: 5 }).found
  const [a, b] = [once(), once()]
  assert.deepEqual(a.schedule, b.schedule)
  assert.deepEqual(a.history, b.history)
})

test('what there is not to make large or to choose is refused in a line', () => {
  const refusal = (work: () => unknown): string => {
    try {
      work()
    } catch (error) {
      assert.ok(error instanceof InputError)
      return error.message
    }
    return assert.fail('nothing is refused')
  }
  assert.equal(
    refusal(() => objectiveNamed('time', ricartAgrawala as AnyAlgorithm)),
    'unknown objective “time”; ricart-agrawala has messages, messages_per_operation, response, response:acquire, bypass, sync_delay, messages:request, messages:reply',
  )
  assert.match(
    refusal(() => objectiveNamed('bypass', flooding as AnyAlgorithm)),
    /^unknown objective “bypass”; flooding has messages, time/,
  )
  const options = { objective: objectiveNamed('messages', flooding as AnyAlgorithm), seed: 1, runs: 1 }
  assert.equal(
    refusal(() => attack(flooding as AnyAlgorithm, completeOf(3), { ...options, choose: ['operations'] })),
    'flooding offers no service; when operations are asked for cannot be chosen',
  )
})
