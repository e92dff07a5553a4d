/** Recorded executions and results in a program: verify the one, draw the other. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { verify } from 'admissible'
import { defineExperiment, doubling, openRecord, runExperiment } from 'admissible/experiments'
import { drawChart, makeCharts, readResults, standalone, themes } from 'admissible/reports'

// The record says what happened; the checker carries it out again with nothing but the algorithm's transition function.
const { path, header, lines, algorithm, instance } = await openRecord('run.execution.jsonl')
const found = verify(header, lines, algorithm, instance, path)
assert.ok(found.ok, found.first_error?.problem)
console.log(`${path}: ${found.events} events, ${found.messages} messages, legal and admissible`)

// A sweep in the program, and one chart of it in the theme for papers.
const { directory } = await runExperiment(
  defineExperiment({
    name: 'elections',
    question: 'How many messages does an election on a ring take?',
    algorithms: ['lcr', 'hirschberg-sinclair'],
    topologies: ['ring'],
    sizes: doubling(8, 64),
    replicates: 5,
    seed: 2004,
  }),
)
const look = themes.paper
for (const chart of makeCharts(readResults(directory), look, ['against-n'])) {
  writeFileSync(`${chart.name}.svg`, standalone(await drawChart(chart, look)))
  console.log(`${chart.name}.svg: ${chart.title}`)
}
