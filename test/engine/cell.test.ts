import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flooding } from '../../algorithms/index.ts'
import { headerOf, writtenHeader } from '../../engine/executions/header.ts'
import { readHeader } from '../../engine/executions/read-header.ts'
import { type Cell, delays, InputError, prepareCell, prepareInstance } from '../../engine/index.ts'

const cell: Cell = {
  algorithm: 'flooding',
  timing: 'asynchronous',
  topology: 'gnp:degree=4',
  n: 20,
  delay: 'uniform',
  wakeup: 'random:k=3',
  faults: 'none',
  inputs: 'random',
  replicate: 0,
  seed: 7,
}
const noFiles = (): string => assert.fail('reads a file')
const instanceOf = (parts: Partial<Cell>) => prepareInstance(flooding, { ...cell, ...parts }, noFiles)

test('the instance of a cell is the same with any delays and with none', () => {
  const whole = prepareCell(flooding, cell, noFiles)
  for (const delay of [null, 'uniform', 'pareto:shape=2'])
    assert.deepEqual(instanceOf({ delay }).instance, whole.instance)
})

test('delays are known to be 1 in rounds and of the families that say so, and not where an adversary chooses', () => {
  assert.equal(instanceOf({ timing: 'synchronous', delay: null }).setting.unitDelays, true)
  assert.equal(instanceOf({ delay: null }).setting.unitDelays, false)
  for (const { name, unit = false } of delays.entries)
    assert.equal(instanceOf({ delay: name }).setting.unitDelays, unit, name)
  assert.equal(instanceOf({ delay: 'constant' }).setting.unitDelays, true)
})

test('a cell without delays runs in rounds; an asynchronous one is refused', () => {
  const rounds = { ...cell, timing: 'synchronous', delay: null } as const
  assert.deepEqual(prepareCell(flooding, rounds, noFiles).timing, { kind: 'synchronous' })
  assert.throws(() => prepareCell(flooding, { ...cell, delay: null }, noFiles), {
    name: InputError.name,
    message: /needs delays/,
  })
})

test('the header of a recorded execution has the text "" for no delays, and gives the same cell back', () => {
  for (const [delay, written] of [
    [null, '""'],
    ['pareto:shape=2', '"pareto:shape=2"'],
  ] as const) {
    const timing = delay === null ? 'synchronous' : 'asynchronous'
    const recorded: Cell = { ...cell, timing, delay }
    const { instance, setting } = prepareInstance(flooding, recorded, noFiles)
    const header = headerOf({
      algorithm: 'flooding',
      instance,
      setting,
      bounded: false,
      fifo: false,
      seed: 7,
      cell: recorded,
    })
    const text = JSON.stringify(writtenHeader(header))
    assert.ok(text.includes(`"n":20,"delay":${written},"wakeup"`))
    assert.deepEqual(
      readHeader(text, () => 'header'),
      { ...header, neighbors: null },
    )
  }
})
