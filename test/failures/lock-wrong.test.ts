import assert from 'node:assert/strict'
import { test } from 'node:test'
import { petersonLock } from '../../algorithms/index.ts'
import {
  assertSharedAlgorithm,
  atMost,
  done,
  executeShared,
  InputError,
  own,
  type SharedMemoryAlgorithm,
  type SharedVariable,
  sharedArray,
  sharedVariable,
} from '../../engine/index.ts'

/** What a line of a careless author may call. */
interface Loose {
  readonly mine: { at(index: number): SharedVariable }
  readonly secret: SharedVariable
  readonly small: SharedVariable<'swap' | 'testAndSet'>
  readonly [name: string]: unknown
}

/** A lock whose first line is wrong. */
const withLine = (line: (s: { x: number }, variables: Loose) => unknown): SharedMemoryAlgorithm => ({
  name: 'mine',
  service: 'mutual exclusion',
  requires: {},
  variables: ({ n }) => ({
    mine: sharedArray(n, { values: 2, writers: own }),
    secret: sharedVariable({ readers: 1, values: 4, nil: true }),
    small: sharedVariable({ values: 3, offers: ['swap'] }),
  }),
  initially: () => ({ x: 0 }),
  operations: {
    acquire: { 1: line as never },
    release: { 1: (_, variables) => (variables as unknown as Loose).mine.at(0).write(0, done) },
  },
  guarantees: 'no deadlock',
})

const wrong: Readonly<Record<string, [Parameters<typeof withLine>[0], RegExp]>> = {
  'a variable that is not declared': [
    (_, v) => (v.smal as SharedVariable).read(done),
    /^mine: p_0, acquire line 1 uses smal, which is not declared; did you mean small\?$/,
  ],
  'an element that there is not': [
    (_, v) => v.mine.at(7).read(done),
    /line 1 .*mine\[7\], which is not declared/,
  ],
  'a variable of another processor': [
    (_, v) => v.mine.at(1).write(1, done),
    /^mine: p_0, acquire line 1 writes mine\[1\], which only p_1 may write$/,
  ],
  'a read that is not allowed': [(_, v) => v.secret.read(done), /reads secret, which only p_1 may read$/],
  'a value out of range': [(_, v) => v.small.write(3, done), /writes 3 to small, whose values are 0 … 2$/],
  'a value that is no integer': [
    (_, v) => v.secret.write(0.5, done),
    /writes 0.5 to secret, whose values are nil, 0 … 3$/,
  ],
  'an operation that is not offered': [
    (_, v) => v.small.testAndSet(done),
    /uses test&set on small, which offers read, write, swap$/,
  ],
  'two accesses': [
    (_, v) => {
      v.small.write(1, done)
      return v.small.read(done)
    },
    /makes 2 accesses; a step makes one$/,
  ],
  'no access': [() => 2, /returns no access/],
  'a line that there is not': [(_, v) => v.small.read(5), /goes to line 5, which acquire does not have$/],
  'something that throws': [
    () => {
      throw new Error('no idea')
    },
    /^mine: p_0, acquire line 1 throws: no idea$/,
  ],
}

for (const [title, [line, message]] of Object.entries(wrong))
  test(`a line with ${title} ends the run; the message names algorithm, processor and line`, () => {
    const { outcome } = executeShared(withLine(line), { n: 2, scheduler: 'round-robin', seed: 1 })
    assert.ok(outcome.kind === 'failed')
    assert.equal(outcome.processor, 0)
    assert.match(outcome.reason, message)
  })

/** Refused with one line that matches. */
const refused = (work: () => unknown, message: RegExp) =>
  assert.throws(work, (error) => error instanceof InputError && message.test(error.message))

const run = (algorithm: SharedMemoryAlgorithm, n = 2) =>
  executeShared(algorithm, { n, scheduler: 'round-robin', seed: 1 })
const good = withLine((_, v) => v.small.read(done))

test('a lock without release is refused', () => {
  const { acquire } = good.operations
  refused(() => run({ ...good, operations: { acquire } as never }), /^mine: it has no operation release/)
})

test('a home, a writer or a first value that there is not is refused', () => {
  const declared = (options: object) => ({ ...good, variables: () => ({ x: sharedArray(2, options) }) })
  refused(
    () => run(declared({ home: 5 })),
    /^mine: variable x\[0\]: its home is p_5, but there are p_0 to p_1 only$/,
  )
  refused(() => run(declared({ writers: (j: number) => j + 1 })), /variable x\[1\]: its writer is p_2/)
  refused(
    () => run(declared({ values: 2, initially: 2 })),
    /begins with 2, which is none of its values 0 … 1$/,
  )
  refused(() => run(declared({ values: 0 })), /values is 0; it must be an integer from 1$/)
})

test('a number of processors that a lock does not work with is refused', () => {
  refused(() => run(petersonLock, 3), /^peterson-lock works with 2 processors, not with 3/)
})

test('a claim about what is not measured, or in what is not known, is refused', () => {
  const claiming = (claims: object) => () => assertSharedAlgorithm({ ...good, claims })
  refused(
    claiming({ 'passage:ccc': atMost('1') }),
    /nothing of this name is measured; did you mean passage:cc\?$/,
  )
  refused(claiming({ bypass: atMost('m') }), /uses m; it may use n/)
})

test('two processors in the critical section, and all waiting for ever, end the run', () => {
  const { outcome } = run(good)
  assert.ok(outcome.kind === 'violated' && outcome.property === 'mutual exclusion')
  const stuck = withLine((_, v) => v.small.await((value) => value === 2, done))
  const ended = run(stuck).outcome
  assert.ok(ended.kind === 'violated' && ended.property === 'no deadlock')
  assert.equal(ended.reason, 'all wait: p_0 at acquire line 1, p_1 at acquire line 1')
})
