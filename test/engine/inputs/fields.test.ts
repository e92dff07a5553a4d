import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Algorithm,
  always,
  type Cell,
  InputError,
  type Knowledge,
  prepareInstance,
} from '../../../engine/index.ts'
import { parseInputs } from '../../../engine/inputs/index.ts'
import { requirementProblem } from '../../../experiments/definition/algorithm/requirements.ts'
import { record, verifyLines } from '../../helpers/record.ts'

type State = { readonly spare: number; total: number }

/** Each processor tells its neighbours what its capacity leaves over its demand. */
const spare: Algorithm<
  State,
  { readonly type: 'spare'; readonly spare: number },
  Pick<Knowledge, 'fields'>
> = {
  name: 'spare',
  requires: { fields: ['capacity', 'demand'] },
  terminates: false,
  initially: ({ fields }) => ({ spare: fields.capacity! - fields.demand!, total: 0 }),
  uponStart(p, state) {
    p.sendToAll({ type: 'spare', spare: state.spare })
  },
  uponReceiving: {
    spare(_, state, { spare }) {
      state.total += spare
    },
  },
  properties: {
    numbers: always(({ states }) => states.every(({ total }) => Number.isInteger(total)) || 'NaN'),
  },
}

const cell: Cell = {
  algorithm: 'spare',
  timing: 'synchronous',
  topology: 'ring',
  n: 3,
  delay: null,
  wakeup: 'all',
  faults: 'none',
  inputs: 'field.demand=1+1+2,field.capacity=3+5+2',
  replicate: 0,
  seed: 7,
}
const fieldsOf = (inputs: string) =>
  prepareInstance(spare, { ...cell, inputs }, () => assert.fail('reads a file')).instance.fields

test('each field has the numbers given; those that are not given are random, each its own, below n', () => {
  const { capacity, demand } = fieldsOf('field.capacity=3+5+2')
  assert.deepEqual([...Array.from(capacity!)], [3, 5, 2])
  assert.ok(Array.from(demand!).every((number) => number >= 0 && number < 3))
  // To give one, or to say that it is random, leaves the other as it was.
  assert.deepEqual(fieldsOf('random').demand, demand)
  assert.deepEqual(fieldsOf('field.capacity=random').demand, demand)
})

test('processors are told their fields, a record keeps them, and what runs from it is the same', () => {
  const { execution, lines } = record(spare, cell)
  // Of 3 − 1, 5 − 1 and 2 − 2 on a ring of three, each hears of the two others.
  assert.deepEqual(
    execution.final.states.map((state) => (state as State).total),
    [4, 2, 6],
  )
  assert.deepEqual(JSON.parse(lines[0]!).instance.fields, { capacity: [3, 5, 2], demand: [1, 1, 2] })
  assert.equal(verifyLines(lines, spare).first_error, null)
  // With another capacity p_0 does not send what it sent.
  const other = [lines[0]!.replace('[3,5,2]', '[4,5,2]'), ...lines.slice(1)]
  assert.notEqual(verifyLines(other, spare).first_error, null)
})

test('the canonical spelling sorts fields behind the rest', () => {
  const { spec, fields, namesProcessors } = parseInputs('field.b=1+2, ids=worst,field.a=3+4')
  assert.equal(spec, 'ids=worst,field.a=3+4,field.b=1+2')
  assert.deepEqual(fields, { a: '3+4', b: '1+2' })
  assert.equal(namesProcessors, true)
  assert.equal(parseInputs('field.a=random').spec, 'random')
})

test('what is wrong with fields is said in one line', () => {
  const failures: [string, RegExp][] = [
    ['field.capacty=1+2+3', /^inputs: spare has no field “capacty”; did you mean capacity\?$/],
    ['field.capacity=1+2', /^inputs field\.capacity=1\+2: 2 values for 3 processors$/],
    [
      'field.capacity=best',
      /^inputs: field\.capacity=best is unknown; known: random, a list such as 1\+0\+1$/,
    ],
    ['field.capacity=1+2+3,field.capacity=1+2+3', /^inputs: field\.capacity is given twice$/],
  ]
  for (const [inputs, message] of failures)
    assert.throws(() => fieldsOf(inputs), { name: InputError.name, message })
  assert.equal(requirementProblem({ fields: ['capacity'] }), null)
  for (const fields of [true, ['a', 'a'], ['Capacity'], [1]])
    assert.match(requirementProblem({ fields })!, /^fields: expected a list of distinct names/)
})
