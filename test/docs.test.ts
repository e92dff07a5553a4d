import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExperiment } from '../experiments/index.ts'
import { chartKinds, checkCharts } from '../reports/index.ts'
import { commandOf, exhibits } from '../scripts/gallery.ts'
import { admissibleHere, scratch } from './helpers/admissible.ts'

const pages = readdirSync('docs')
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join('docs', name), 'utf8') }))

test('every recorded execution in the documentation is accepted', async (t) => {
  const files = pages.flatMap(({ text }) =>
    [...text.matchAll(/^```json\n(\{"format"[\s\S]*?)^```$/gm)].map((match) => match[1]!),
  )
  assert.equal(files.length, 2)
  for (const content of files) {
    const path = join(scratch(t), 'run.execution.jsonl')
    writeFileSync(path, content)
    const { code, stdout, stderr } = await admissibleHere(['verify', path])
    assert.equal(code, 0, stdout + stderr)
  }
})

test('every file that the page about the model names is there', () => {
  const { text } = pages.find(({ name }) => name === 'model.md')!
  const named = [...text.matchAll(/`([\w/-]+\.ts)`/g)].map((match) => match[1]!)
  assert.ok(named.length > 20)
  for (const file of named)
    assert.ok(existsSync(file.includes('/') ? file : join('engine/formal', file)), file)
})

test('the gallery shows every kind of chart, with the experiment that makes it and what to type', async () => {
  const { text } = pages.find(({ name }) => name === 'gallery.md')!
  const all = exhibits()
  assert.deepEqual(
    all.map(({ kind }) => kind),
    chartKinds.entries.map(({ name }) => name),
  )
  const sections = text.split(/^## /m).slice(1)
  assert.deepEqual(
    sections.map((section) => section.split('\n')[0]),
    all.map(({ kind }) => `\`${kind}\``),
  )
  for (const [i, exhibit] of all.entries()) {
    const blocks = [...sections[i]!.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map((match) => match[1]!)
    assert.deepEqual(blocks, [exhibit.code, `${commandOf(exhibit)}\n`])
    assert.match(sections[i]!, new RegExp(`\\]\\(${exhibit.image}\\)`))
    assert.match(readFileSync(join('docs', exhibit.image), 'utf8'), /^<svg /)
    const { charts } = await loadExperiment(`./${exhibit.module}`)
    assert.equal(charts?.length, 1)
    assert.doesNotThrow(() => checkCharts(charts))
  }
})
