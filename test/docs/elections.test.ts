import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { execute, prepareCell } from '../../engine/index.ts'
import { stockAlgorithm } from '../../experiments/definition/stock-algorithm.ts'
import { defineExperiment, gridOf, stockExperiments } from '../../experiments/index.ts'

const experiment = stockExperiments.find(({ name }) => name === 'elections-on-rings')!

test('the table of elections on rings has the means of the stock experiment', () => {
  const { cells } = gridOf(defineExperiment(experiment))
  const mean = (values: readonly number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / values.length).toLocaleString('en-US')
  const rows = experiment.algorithms.map((name) => {
    const columns = ['ids=worst', 'random', 'ids=best'].map((inputs) => {
      // Where identifiers are declared, all replicates are the same.
      const own = [...cells].filter(
        (cell) =>
          cell.algorithm === name &&
          cell.n === 256 &&
          cell.inputs === inputs &&
          (inputs === 'random' || cell.replicate === 0),
      )
      return own.map((cell) => {
        const { instance, timing } = prepareCell(stockAlgorithm(cell.algorithm), cell, () => '')
        return execute(stockAlgorithm(cell.algorithm), instance, timing, { seed: cell.seed, check: 'final' })
          .measures
      })
    })
    const messages = columns.map((runs) => mean(runs.map((run) => run.messages)))
    const rounds = columns.map((runs) => mean(runs.map((run) => run.time)))
    return `| \`${name}\` | ${[...messages, ...rounds].join(' | ')} |`
  })
  const page = readFileSync('docs/elections.md', 'utf8')
  assert.deepEqual(page.match(/^\| `.*$/gm), rows)
})
