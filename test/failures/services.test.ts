import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { flooding, ricartAgrawala } from '../../algorithms/index.ts'
import { type AnyAlgorithm, assertWorkload, InputError, type Processor } from '../../engine/index.ts'
import { defineExperiment } from '../../experiments/index.ts'
import { admissibleHere, scratch } from '../helpers/admissible.ts'
import { runCell } from '../helpers/run.ts'

const { acquire, release } = ricartAgrawala.uponInvoking
const changed = (parts: object): AnyAlgorithm => ({ ...ricartAgrawala, ...parts }) as AnyAlgorithm
const cell = { topology: 'complete', n: 2, delay: 'constant', seed: 1 } as const

const failure = (algorithm: AnyAlgorithm, parts: object = {}): string => {
  const { outcome } = runCell(algorithm, { ...cell, ...parts }).execution
  assert.equal(outcome.kind, 'failed')
  return outcome.kind === 'failed' ? outcome.reason : ''
}

test('who answers what nobody asked is told so', () => {
  const eager = changed({ uponStart: (p: Processor) => p.respond() })
  assert.match(failure(eager), /^responds, but no operation is pending there/)
  const twice = (p: Processor) => {
    p.respond()
    p.respond()
  }
  assert.match(failure(changed({ uponInvoking: { acquire: twice, release } })), /^responds, but no operation/)
})

test('an output that the service does not have, and an answer without a service, fail the run', () => {
  const talkative = changed({ uponInvoking: { acquire: (p: Processor) => p.output('deliver', 1), release } })
  assert.equal(
    failure(talkative),
    'gives the output “deliver”, but the outputs of mutual-exclusion are: none',
  )
  const alone = { ...flooding, uponStart: (p: Processor) => p.respond() } as AnyAlgorithm
  assert.equal(
    failure(alone),
    'responds, but the algorithm offers no service; declare service and uponInvoking',
  )
})

const refusal = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    assert.ok(error instanceof InputError, String(error))
    return error.message
  }
  return assert.fail('nothing is refused')
}

test('a workload is refused that asks for what there is not', () => {
  const asked = (spec: string, algorithm: AnyAlgorithm = ricartAgrawala) =>
    refusal(() => assertWorkload(algorithm, spec))
  assert.equal(
    asked('closed', flooding),
    'flooding offers no service, so it has no workload (closed); leave the workload out',
  )
  assert.equal(
    asked('closed:mix=enter:1'),
    'workload closed: mix=enter:1: mutual-exclusion has no operation “enter”; it has acquire',
  )
  assert.equal(
    asked('closed:mix=acquire'),
    'workload closed: mix=acquire: write OPERATION:SHARE+…, such as acquire:1',
  )
  assert.equal(
    asked('given:0.release@1'),
    'workload given: p_0 is asked for release with nothing before it that it follows',
  )
  assert.equal(
    asked('given:0.acquire@1+0.acquire@2'),
    'workload given: p_0 is asked for acquire where release must come next',
  )
  assert.equal(
    asked('given:acquire'),
    'workload given: “acquire” is not PROCESSOR.OPERATION@TIME, such as 0.acquire@0 or 1.write(7)@2.5',
  )
  const readable = {
    ...ricartAgrawala,
    service: { ...ricartAgrawala.service, name: 'register', operations: { read: { summary: '' } } },
  } as AnyAlgorithm
  assert.equal(
    asked('closed:hold=1', readable),
    'workload closed: hold=1, but there is nothing to hold in register; leave it out',
  )
})

test('an algorithm is refused whose handlers are not those of its service', () => {
  const defined = (algorithm: AnyAlgorithm) =>
    refusal(() =>
      defineExperiment({
        name: 'mutex',
        question: '?',
        algorithms: [{ ...algorithm, name: 'mine' }],
        topologies: ['complete'],
        sizes: [4],
        replicates: 1,
        seed: 1,
      }),
    )
  assert.match(
    defined(changed({ uponInvoking: { acquire } })),
    /uponInvoking\.release: missing; processors are asked for acquire, release of mutual-exclusion/,
  )
  assert.match(
    defined(changed({ uponInvoking: { acquire, release, enter: acquire } })),
    /uponInvoking\.enter: mutual-exclusion has no such operation; it has acquire, release/,
  )
  assert.match(defined(changed({ service: undefined })), /service: missing; uponInvoking says/)
  assert.match(defined(changed({ uponInvoking: undefined })), /uponInvoking: missing; write a handler/)
})

test('on the command line each of these is one line, and exit code 2', async () => {
  const on = (algorithm: string, workload: string, command = 'simulate') =>
    `${command} ${algorithm} --topology complete --n 3 --workload ${workload}`.split(' ')
  for (const [words, line] of [
    [
      on('flooding', 'closed'),
      'flooding offers no service, so it has no workload (closed); leave the workload out',
    ],
    [
      on('flooding', 'closed', 'attack'),
      'flooding offers no service, so it has no workload (closed); leave the workload out',
    ],
    [
      on('flooding', 'closed', 'explore'),
      'flooding offers no service, so it has no workload (closed); leave the workload out',
    ],
    [
      on('ricart-agrawala', 'given:0.enter@1'),
      'workload given: 0.enter@1: mutual-exclusion has no operation “enter”; it has acquire, release',
    ],
    [
      on('ricart-agrawala', 'given:7.acquire@1'),
      'workload given: p_7 is asked for acquire, but the processors are p_0 to p_2',
    ],
    [
      on('fifo-broadcast', 'closed:hold=1'),
      'workload closed: hold=1, but there is nothing to hold in fifo-broadcast; leave it out',
    ],
    [
      on('drinking-chandy-misra', 'closed:values=bit'),
      'workload closed: values=bit, but drinking is asked with channels; leave it out',
    ],
    [
      on('drinking-chandy-misra', 'given:0.drink@1'),
      'workload given: 0.drink@1 names no channels; write 0.drink(0/2)@1',
    ],
    [
      on('drinking-chandy-misra', 'given:0.drink(1/1)@1'),
      'workload given: 0.drink(1/1)@1: 1 stands there twice',
    ],
    [
      on('drinking-chandy-misra', 'given:0.drink(0/2)@1'),
      'workload given: 0.drink(0/2): p_0 has no channel 2; its channels are 0 to 1',
    ],
    [
      on('abd-register', 'given:0.write(1/2)@1'),
      'workload given: 0.write(1/2)@1: write is asked with one number at most',
    ],
  ] as const) {
    const { code, stdout, stderr } = await admissibleHere([...words])
    assert.deepEqual([code, stdout, stderr], [2, '', `admissible: ${line}\n`])
  }
})

test('an algorithm of one’s own that answers what nobody asked is told so in a line, and the exit code is 3', async (t) => {
  const folder = scratch(t)
  const source = `import { mutualExclusion } from 'admissible'
export const eager = {
  name: 'eager',
  requires: {},
  terminates: false,
  service: mutualExclusion,
  initially: () => ({}),
  uponStart: (p) => p.respond(),
  uponInvoking: { acquire: (p) => p.respond(), release: (p) => p.respond() },
  uponReceiving: {},
}
`
  writeFileSync(join(folder, 'eager.mjs'), source)
  const words = 'simulate ./eager.mjs --topology complete --n 3'.split(' ')
  const { code, stdout, stderr } = await admissibleHere(words, folder)
  assert.equal(code, 3)
  assert.match(
    stdout + stderr,
    /p_0 as it starts at time 0: responds, but no operation is pending there; each is answered once, with p\.respond\(\)/,
  )
})
