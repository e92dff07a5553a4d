import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Inputs, parseInputs } from '../../../engine/inputs/index.ts'
import fc from '../../helpers/property.ts'

const integer = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const list = (items: fc.Arbitrary<number[]>) => items.map((numbers) => numbers.join('+'))

const inputs: fc.Arbitrary<Inputs> = fc.record({
  ids: fc.oneof(
    fc.constantFrom('random', 'ascending', 'descending', 'best', 'worst'),
    list(fc.uniqueArray(integer, { minLength: 1 })),
  ),
  root: fc.oneof(fc.constantFrom('random', 'first', 'centre', 'periphery'), integer.map(String)),
  values: fc.oneof(fc.constant('random'), list(fc.array(integer, { minLength: 1 }))),
  ports: fc.constantFrom('default', 'shuffled', 'sorted', 'as-built'),
})

test('what is written in any order is read back, and the canonical spelling says the same', () => {
  const order = fc.shuffledSubarray(['ids', 'root', 'values', 'ports'] as const, { minLength: 4 })
  fc.assert(
    fc.property(inputs, order, (wanted, keys) => {
      const read = parseInputs(keys.map((key) => `${key}=${wanted[key]}`).join(','))
      assert.deepEqual(read.values, { ...wanted })
      assert.deepEqual(parseInputs(read.spec), read)
      // What is given, with the usual for the rest, is all there is.
      assert.deepEqual({ ...parseInputs('random').values, ...read.given }, read.values)
    }),
  )
})

test('what is given is what is not as usual; numbers are for networks of some sizes only', () => {
  const { given, namesProcessors } = parseInputs('ports=default,root=centre,ids=worst')
  assert.deepEqual(given, { ids: 'worst', root: 'centre' })
  assert.equal(namesProcessors, false)
  for (const spec of ['root=3', 'ids=12+45+3', 'values=1+0+1'])
    assert.equal(parseInputs(spec).namesProcessors, true, spec)
  assert.deepEqual(parseInputs('random').given, {})
})

test('the canonical spelling names only what is not default, in a fixed order', () => {
  assert.equal(parseInputs('random').spec, 'random')
  assert.equal(parseInputs('ids=random,ports=default').spec, 'random')
  assert.equal(parseInputs('ports=shuffled').spec, 'ports=shuffled')
  assert.equal(parseInputs(' root = 03 , values=random, ids = 012+ 3').spec, 'ids=12+3,root=3')
})

const failures: readonly (readonly [string, string])[] = [
  ['id=worst', 'inputs have no “id”; did you mean ids?'],
  ['identifiers=worst', 'inputs have no “identifiers”; they are ids, root, values, ports, field.NAME'],
  ['', 'inputs have no “”; they are ids, root, values, ports, field.NAME'],
  ['worst', 'inputs: write ids=worst'],
  ['ids', 'inputs: write ids=VALUE'],
  ['root=1,root=2', 'inputs: root is given twice'],
  ['ids=worts', 'inputs: ids=worts is unknown; did you mean worst?'],
  ['root=center', 'inputs: root=center is unknown; did you mean centre?'],
  [
    'root=-1',
    'inputs: root=-1 is unknown; known: random, first, centre, periphery, the index of a processor',
  ],
  ['values=-7', 'inputs: values=-7 is unknown; known: random, bits, a list such as 1+0+1'],
  [
    'ids=!',
    'inputs: ids=! is unknown; known: random, ascending, descending, best, worst, a list such as 12+45+3',
  ],
  ['ports=12', 'inputs: ports=12 is unknown; known: default, shuffled, sorted, as-built'],
  ['ids=1+x', 'inputs ids=1+x: “x” is not an integer from 0 to 4294967295'],
  ['ids=1.5', 'inputs ids=1.5: “1.5” is not an integer from 0 to 4294967295'],
  ['values=4294967296', 'inputs values=4294967296: “4294967296” is not an integer from 0 to 4294967295'],
  ['ids=7+1+7', 'inputs ids=7+1+7: 7 stands there twice'],
  ['root=1+2', 'inputs root=1+2: it must be one processor'],
]

for (const [spec, message] of failures)
  test(`refused: ${message}`, () => {
    assert.throws(() => parseInputs(spec), { name: 'InputError', message })
  })
