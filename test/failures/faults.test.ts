import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admissibleHere } from '../helpers/admissible.ts'

/** What the command line says of FloodSet on four processors with these further words. */
async function said(...words: string[]): Promise<{ readonly code: number | null; readonly error: string }> {
  const { code, stderr } = await admissibleHere([
    'simulate',
    'floodset',
    '--topology',
    'complete',
    '--n',
    '4',
    ...words,
  ])
  return { code, error: stderr }
}

const refused: Readonly<Record<string, readonly [words: string[], problem: string]>> = {
  'faults beyond the resilience': [
    ['--faults', 'crash:f=4'],
    'floodset requires n > f, but here n = 4, f = 4 (to run it all the same: --beyond, in an experiment beyond: true)',
  ],
  'more faults than the algorithm is told': [
    ['--faults', 'crash:f=2', '--f', '1'],
    '2 processors may fail, but floodset is told that f = 1 may (to run it all the same: --beyond, in an experiment beyond: true)',
  ],
  'faults that the algorithm is not made for': [
    ['--faults', 'byzantine'],
    'floodset is not made for byzantine faults (to run it all the same: --beyond, in an experiment beyond: true)',
  ],
  'more faulty processors than there are': [
    ['--faults', 'crash:f=5', '--beyond'],
    'faults crash:f=5: 5 processors are to fail, but there are only 4',
  ],
  'a crash of a processor that does not exist': [
    ['--faults', 'crash:given=7@0'],
    'faults crash:given=7@0: there is no p_7; the processors are p_0 to p_3',
  ],
  'a crash that is no crash': [
    ['--faults', 'crash:given=3@'],
    'faults crash: given=3@: “3@” is not PROCESSOR@TIME, such as 3@1.5, or 3@1.5/0/2 if the last step still sends to p_0 and p_2',
  ],
  'a processor that crashes twice': [
    ['--faults', 'crash:given=3@1+3@2'],
    'faults crash: given=3@1+3@2: p_3 crashes twice',
  ],
  'a recovery that does not say when': [
    ['--faults', 'recover:given=3@1'],
    'faults recover: given=3@1: “3@1” does not say for how long; write PROCESSOR@TIME~DURATION, such as 3@1.5~2',
  ],
  'a crash that is not for good among those that are': [
    ['--faults', 'crash:given=3@1~2'],
    'faults crash: given=3@1~2: crashes are for good; write recover:given=… for some that are not',
  ],
  'crashes with recovery in the wrong order': [
    ['--faults', 'recover:given=3@5~2+3@1~1'],
    'faults recover: given=3@5~2+3@1~1: the crashes of p_3 are not in the order of time',
  ],
  'recovery of an algorithm that is not made for it': [
    ['--faults', 'recover'],
    'floodset is not made for recover faults (to run it all the same: --beyond, in an experiment beyond: true)',
  ],
  'mistakes of a failure detector that nobody asks': [
    ['--faults', 'suspicion', '--beyond'],
    "faults suspicion: floodset asks no failure detector (an algorithm that does has requires: { detector: '◇S' } or another class)",
  ],
  'a last step that sends to no neighbour': [
    ['--faults', 'crash:given=3@1/3'],
    'faults crash: given=3@1/3: p_3 is no neighbour of p_3, so nothing is sent to it',
  ],
  'crashes that are given and random': [
    ['--faults', 'crash:given=3@1,f=2'],
    'faults crash: given says who crashes and when; leave out f',
  ],
  'a processor that fails in two ways': [
    ['--faults', 'crash:given=3@1+byzantine:processors=3', '--beyond'],
    'faults crash:given=3@1+byzantine:processors=3: p_3 is to fail in two ways',
  ],
  'a kind of faults that stands there twice': [
    ['--faults', 'loss:rate=0.1+loss:rate=0.2', '--beyond'],
    'faults loss stand there twice; give all of them in one',
  ],
  'processors and their number': [
    ['--faults', 'omission:f=1,processors=2', '--beyond'],
    'faults omission: processors and f say the same thing; use one',
  ],
  'a partition that ends before it begins': [
    ['--faults', 'partition:from=3,to=2', '--beyond'],
    'faults partition: from=3,to=2: it must end after it begins',
  ],
  'a kind of faults that there is not': [['--faults', 'crsh'], 'unknown faults “crsh”; did you mean crash?'],
}

for (const [what, [words, problem]] of Object.entries(refused))
  test(`${what} is refused in one line`, async () => {
    assert.deepEqual(await said(...words), { code: 2, error: `admissible: ${problem}\n` })
  })

test('liars that draw from an alphabet are refused where the algorithm has none', async () => {
  const words = ['simulate', 'flooding', '--topology', 'ring', '--n', '4', '--beyond']
  const { code, stderr } = await admissibleHere([...words, '--faults', 'byzantine:strategy=random'])
  assert.equal(code, 2)
  assert.equal(
    stderr,
    "admissible: faults byzantine: strategy=random draws messages from the algorithm's alphabet, and flooding declares none; use another strategy, such as mutate\n",
  )
})

test('beyond the resilience, claims are not judged, and the row says why', async () => {
  const words = ['simulate', 'floodset', '--topology', 'complete', '--n', '4', '--json', '--beyond']
  const { code, stdout } = await admissibleHere([...words, '--f', '1', '--faults', 'crash:given=0@0+1@0'])
  const row = JSON.parse(stdout)
  assert.equal(code, 0)
  assert.equal(row.faults, 'crash:given=0@0+1@0')
  assert.deepEqual([row.f, row.fa, row.messages_verdict], [1, 2, 'not checked'])
  assert.equal(row.beyond, '2 processors may fail, but floodset is told that f = 1 may')
})
