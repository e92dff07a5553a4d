import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding, floodmax, ricartAgrawala } from '../../../algorithms/index.ts'
import { skew } from '../../../algorithms/wrappers/skew.ts'
import { type AnyAlgorithm, InputError, over } from '../../../engine/index.ts'
import { graphOf } from '../../helpers/graphs.ts'
import { runCell, runLockstep, violations } from '../../helpers/run.ts'

const path = (n: number) =>
  graphOf(
    n,
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1] as const),
  )
const star = graphOf(
  5,
  [1, 2, 3, 4].map((leaf) => [0, leaf] as const),
)

/** The costs of FloodMax over a synchronizer with every delay 1. */
function costs(synchronizer: string, graph = path(2), root = 0) {
  const judged = runLockstep(over(floodmax, synchronizer), graph, { root })
  assert.deepEqual(violations(judged), [])
  const { messages, messagesByType, time } = judged.execution.measures
  return { messages, ...messagesByType, time }
}

test('FloodMax over α on two processors: two messages, two acknowledgements, two ⟨safe⟩, in three units', () => {
  // By hand: D = 1, so R = 1 and A = 2. Messages arrive at 1, acknowledgements at 2, ⟨safe⟩ at 3.
  assert.deepEqual(costs('alpha'), { messages: 6, carried: 2, ack: 2, safe: 2, time: 3 })
})

test('FloodMax over the simple synchronizer on a path of three: a message each way in each of two rounds', () => {
  // By hand: m = 2, R = D = 2: 2 · 2 · 2. FloodMax sends on every channel in each of them, so none is empty.
  assert.deepEqual(costs('simple', path(3)), { messages: 8, carried: 8, empty: 0, time: 2 })
})

test('FloodMax over β on a path of three with its root in the middle: 24 messages in eight units', () => {
  // By hand: A = 2m D = 8, acknowledged 8; in each of two rounds two ⟨safe⟩ and two ⟨pulse⟩. A round takes 2 until all is
  // acknowledged, 1 up and 1 down: that is 2h + 2 with h = 1.
  assert.deepEqual(costs('beta', path(3), 1), {
    messages: 24,
    carried: 8,
    ack: 8,
    safe: 4,
    pulse: 4,
    time: 8,
  })
})

test('FloodMax over β on a path of three whose tree is built first by flooding: four messages more, and it takes nine', () => {
  // By hand: 24 messages as above, and 2(2m − n + 1) = 4 for the tree: M and ⟨parent⟩ on each channel. The leaves know their
  // place at 1 and the root at 2. Its messages are acknowledged at 4, when both leaves have said that they are safe: the second
  // pulse, which is at the leaves at 5. What they send is acknowledged at 7, ⟨safe⟩ is at the root at 8, the last ⟨pulse⟩ at 9.
  assert.deepEqual(costs('beta:tree=spanning-tree-flood', path(3), 1), {
    messages: 28,
    carried: 8,
    ack: 8,
    safe: 4,
    pulse: 4,
    tree: 4,
    time: 9,
  })
})

test('β on a tree that a token builds: on a complete graph it is a path, which the claim of time speaks of', () => {
  // By hand: the token goes on to the next that it has not been to, so t = n − 1 = 3. D = R = 1: A = 2m = 12, and 2m for the tree.
  const complete = graphOf(
    4,
    [0, 1, 2, 3].flatMap((p) => [0, 1, 2, 3].filter((q) => q > p).map((q) => [p, q] as const)),
  )
  const judged = runLockstep(over(floodmax, 'beta:tree=dfs-tree-root'), complete)
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 2 * 12 + 2 * 3 * 1 + 12)
  const [time] = judged.judgements.filter(({ measure }) => measure === 'time')
  assert.equal(time!.bound, 12 + (2 * 3 + 2) * 1)
})

test('who builds a tree wakes everybody: the root alone is enough for β', () => {
  for (const tree of ['spanning-tree-flood', 'dfs-tree-root'])
    for (let seed = 0; seed < 10; seed++) {
      const judged = runCell(over(flooding, `beta:tree=${tree}`), { wakeup: 'root', seed })
      assert.deepEqual(violations(judged), [])
      assert.equal(judged.execution.outcome.kind, 'terminated')
    }
})

test('γ on a path is α with one ⟨cluster-safe⟩ each way: no layer of a path is larger than the cluster before it', () => {
  // By hand: a layer of one is not more than (2 − 1) · 1, so C = 4, E_p = 3 and d = 0; R = 3, A = 2 · 3 · 3 = 18.
  const found = costs('gamma', path(4))
  assert.deepEqual(found, {
    messages: 54,
    carried: 18,
    ack: 18,
    safe: 0,
    'cluster-safe': 18,
    ready: 0,
    pulse: 0,
    time: 9,
  })
})

test('γ on a star is one cluster: four times through its tree, but nobody to tell', () => {
  // By hand: the first layer has 4 > 1, so C = 1, E_p = 0, d = 1; R = D = 2, A = 2 · 4 · 2 = 16. A round takes 2 until all
  // is acknowledged, and 4 through the tree: one less than 4d + 3.
  const found = costs('gamma', star)
  assert.equal(found.messages, 2 * 16 + 2 * 4 * 4)
  assert.equal(found.time, 2 * 6)
})

test('one processor that wakes is enough for α and the simple synchronizer, and starts everybody', () => {
  for (const synchronizer of ['alpha', 'simple']) {
    const judged = runCell(over(floodmax, synchronizer), { wakeup: 'random:k=1', seed: 3 })
    assert.deepEqual(violations(judged), [])
    assert.equal(judged.execution.outcome.kind, 'terminated')
  }
})

test('β and γ refuse a wake-up in which not all wake by themselves', () => {
  for (const synchronizer of ['beta', 'gamma'])
    assert.throws(
      () => runCell(over(flooding, synchronizer), { wakeup: 'root', seed: 3 }),
      new InputError(
        `flooding over ${synchronizer} requires every processor to wake by itself (use --wakeup all, in an experiment wakeups: ['all'])`,
      ),
    )
})

test('the number of rounds can be given: what is empty is paid for, too', () => {
  // By hand: flooding a ring of eight sends 2 · 8 − 7 = 9 messages, however many rounds there are.
  const judged = runCell(over(flooding, 'alpha:rounds=20'), { seed: 1 })
  assert.deepEqual(violations(judged), [])
  assert.equal(judged.execution.measures.messages, 2 * 9 + 2 * 8 * 20)
})

test('with fewer rounds than it takes, the algorithm does not come to its end, and its properties say so', () => {
  const { outcome } = runCell(over(flooding, 'alpha:rounds=2'), { seed: 1 }).execution
  assert.equal(outcome.kind === 'violated' && outcome.property, 'everyoneInformed')
})

test('a processor without neighbours goes through its rounds at once', () => {
  for (const synchronizer of ['simple', 'alpha', 'beta', 'beta:tree=spanning-tree-flood', 'gamma'])
    assert.deepEqual(costs(synchronizer, graphOf(1, [])).messages, 0)
})

test('skew: neighbours two pulses apart violate it, and it says which; those who are not neighbours may be', () => {
  const { instance } = runCell(over(flooding, 'alpha'), { seed: 1 }).execution.final
  const at = (pulses: readonly number[]) =>
    skew.check({ instance, states: pulses.map((pulse) => ({ pulse })), terminated: () => false })
  assert.equal(at([1, 1, 2, 3, 3, 2, 2, 1]), true)
  assert.match(String(at([1, 1, 3, 3, 3, 2, 2, 1])), /^p_\d is in pulse \d, its neighbour p_\d in \d$/)
})

test('an algorithm that does not come to an end in rounds is refused in one line', () => {
  const endless: AnyAlgorithm = {
    name: 'endless',
    requires: {},
    terminates: false,
    initially: () => ({}),
    uponStart: (p) => p.sendToAll({ type: 'ping' }),
    uponReceiving: { ping: (p, _, message, from) => p.send(from, message) },
  }
  assert.throws(
    () => runCell(over(endless, 'alpha'), { n: 4, seed: 1 }),
    new InputError(
      'endless does not come to an end in rounds, so nobody knows how many to go through (time passed 1000000); give their number, as in alpha:rounds=20',
    ),
  )
})

test('what a wrapper cannot be is refused in one line', () => {
  const refused = (algorithm: AnyAlgorithm, spec: string, message: string) =>
    assert.throws(() => over(algorithm, spec), new InputError(message))
  refused(flooding, 'gamma:K=1', 'wrapper gamma: K=1 is too small; it must be at least 2')
  refused(
    flooding,
    'beta:tree=echo',
    'wrapper beta: tree=echo is none of given, spanning-tree-flood, dfs-tree-root',
  )
  refused(flooding, 'alhpa', 'unknown wrapper “alhpa”; did you mean alpha?')
  refused(
    ricartAgrawala,
    'alpha',
    'alpha wraps algorithms of the synchronous model; ricart-agrawala offers a service, which has no rounds',
  )
})
