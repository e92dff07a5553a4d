import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExperiment } from '../../experiments/index.ts'
import { chartKinds, checkCharts } from '../../reports/index.ts'
import { commandOf, exhibits } from '../../scripts/gallery.ts'

const text = readFileSync('docs/gallery.md', 'utf8')

test('the gallery shows every kind of chart, with the experiment that makes it and what to type', async () => {
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
