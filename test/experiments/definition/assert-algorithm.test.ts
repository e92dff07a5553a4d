import assert from 'node:assert/strict'
import { test } from 'node:test'
import { algorithms, flooding } from '../../../algorithms/index.ts'
import { assertAlgorithm } from '../../../experiments/definition/algorithm/assert-algorithm.ts'

/** Flooding with some keys changed, or left out where they are undefined. */
const changed = (change: object): object => ({ ...flooding, name: 'mine', ...change })
const column = { description: 'a figure', read: () => 1 }

test('every algorithm of the catalogue is one', () => {
  for (const algorithm of algorithms) assert.doesNotThrow(() => assertAlgorithm(algorithm), algorithm.name)
})

test('an object of a class is an algorithm, too', () => {
  class Mine {
    readonly name = 'mine'
    readonly requires = {}
    readonly terminates = false
    readonly uponReceiving = {}
    initially() {
      return {}
    }
  }
  assert.doesNotThrow(() => assertAlgorithm(new Mine()))
})

test('what an algorithm lacks or misspells is named, with what would be right', () => {
  const cases: readonly (readonly [change: object, message: string])[] = [
    [{ requires: undefined }, 'requires: missing; write requires: {} if it needs nothing of the system'],
    [
      { terminates: undefined },
      'terminates: missing; write true if every processor comes to a terminated state, else false',
    ],
    [{ initially: undefined }, 'initially: missing; write a function from the input to the initial state'],
    [
      { uponReceiving: undefined },
      'uponReceiving: missing; write a handler for each type of message, or uponRound for an algorithm in rounds',
    ],
    [
      { uponReceiving: undefined, uponRecieving: {} },
      'uponRecieving: there is no such key; did you mean uponReceiving?',
    ],
    [{ properties: undefined, propertys: {} }, 'propertys: there is no such key; did you mean properties?'],
    [{ claims: undefined, claim: {} }, 'claim: there is no such key; did you mean claims?'],
    [{ uponRound() {} }, 'uponRound: it has uponReceiving, too; write one of them'],
    [
      { uponReceiving: { M: 1 } },
      'uponReceiving: expected an object of functions, one for each type of message',
    ],
    [{ uponStart: true }, 'uponStart: expected a function'],
    [{ terminates: 'yes' }, 'terminates: expected true or false'],
    [{ requires: [] }, 'requires: expected an object'],
    [{ wokenByMessage: 'start' }, 'wokenByMessage: expected starts or joins'],
    [
      { properties: { informed: () => true } },
      'properties: expected properties by name, each written with always(…) or eventually(…)',
    ],
    [{ columns: { depth: 3 } }, 'columns: expected columns by name, each { description, read }'],
    [
      { requires: { root: true, roots: true } },
      'requires.roots: there is no such requirement; did you mean root?',
    ],
    [{ requires: { Root: true } }, 'requires.Root: there is no such requirement; did you mean root?'],
    [
      { requires: { toString: true } },
      'requires.toString: there is no such requirement; known: root, identifiers, neighborIdentifiers, identifierBits, size, diameter, spanningTree, weights, shape, orientation, clocks, detector, delayBounds, fifo, coins, synchronous, initiators, fields, resilience',
    ],
    [
      { requires: { shape: 'rings' } },
      'requires.shape: expected ring, tree, complete, hypercube, not rings; what is not required is left out',
    ],
    [
      { requires: { fifo: 'yes' } },
      'requires.fifo: expected true, not yes; what is not required is left out',
    ],
    [
      { requires: { coins: false } },
      'requires.coins: expected true, not false; what is not required is left out',
    ],
    [
      { requires: { initiators: 1 } },
      'requires.initiators: expected all, together, at-zero, not 1; what is not required is left out',
    ],
    [{ claims: { tim: [] } }, 'claims.tim: there is no such measure; did you mean time?'],
  ]
  for (const [change, message] of cases)
    assert.throws(() => assertAlgorithm(changed(change)), {
      name: 'InputError',
      message: `algorithm mine: ${message}`,
    })
  assert.throws(() => assertAlgorithm(changed({ name: undefined })), {
    message: 'algorithm: name: missing; write a text that names it',
  })
})

test('a column that runs.csv has itself is refused, any other is not', () => {
  const taken = [
    ...['messages', 'time', 'bits', 'topology', 'n', 'outcome', 'detail', 'evidence', 'root_label', 'states'],
    ...[
      'messages_M',
      'messages_theorem',
      'bits_claim',
      'time_also',
      'time_expected',
      'my_verdict',
      'lower_bound',
    ],
  ]
  for (const name of taken)
    assert.throws(
      () => assertAlgorithm(changed({ columns: { free: column, [name]: column } })),
      { name: 'InputError', message: new RegExp(`^algorithm mine: columns\\.${name}: .*choose another`) },
      name,
    )
  for (const name of ['tree_depth', 'messages2', 'timely', 'verdict', 'Messages', 'toString'])
    assert.doesNotThrow(() => assertAlgorithm(changed({ columns: { [name]: column } })), name)
})

test('a type of message whose column would be one that says something else is refused, any other is not', () => {
  const none = () => undefined
  // Columns such as messages_claim, messages_least; and messages_M_claim, which is about the claims on ⟨M⟩.
  for (const type of [
    'claim',
    'verdict',
    'theorem',
    'also',
    'expected',
    'strategy',
    'least',
    'M_claim',
    'M_also',
  ])
    assert.throws(
      () => assertAlgorithm(changed({ uponReceiving: { M: none, [type]: none }, claims: {}, bits: {} })),
      {
        name: 'InputError',
        message: `algorithm mine: uponReceiving.${type}: the column messages_${type} of runs.csv says what a claim says of a run; choose another name`,
      },
      type,
    )
  for (const type of ['claims', 'Claim', 'N_claim', 'toString'])
    assert.doesNotThrow(
      () => assertAlgorithm(changed({ uponReceiving: { M: none, [type]: none }, claims: {}, bits: {} })),
      type,
    )
})
