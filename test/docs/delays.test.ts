import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseInputs } from '../../engine/inputs/index.ts'
import type { Entry } from '../../engine/specs/entry.ts'
import { delays } from '../../engine/timing/index.ts'
import { wakeUps } from '../../engine/wake-up/index.ts'

const [, delaysText = '', wakeUpsText = '', inputsText = ''] = readFileSync('docs/delays.md', 'utf8').split(
  /^## .*$/m,
)

/** The lines of the blocks of examples. */
const examples = (text: string): string[] =>
  [...text.matchAll(/```text\n([^`]*)```/g)].flatMap(([, block]) => block!.trim().split('\n'))

/** The table row that documents an entry: its name, its parameters, each with its default. */
function assertDocumented(text: string, { name, parameters }: Entry): void {
  const row = new RegExp(`^\\| \`${name}\` \\| ([^|]*) \\|`, 'm').exec(text)?.[1]
  const written = Object.entries(parameters).map(([key, { default: value }]) =>
    value === undefined ? `\`${key}\`` : `\`${key}\` (${value})`,
  )
  assert.equal(row?.replace(' (none)', ''), written.join(', ') || '–', name)
}

test('the documentation names every delay family and wake-up rule with its parameters and defaults', () => {
  for (const entry of delays.entries) assertDocumented(delaysText, entry)
  for (const entry of wakeUps.entries) assertDocumented(wakeUpsText, entry)
})

test('every example in the documentation is a spec in canonical spelling', () => {
  for (const spec of examples(delaysText)) assert.equal(delays.parse(spec).spec, spec)
  for (const spec of examples(wakeUpsText)) assert.equal(wakeUps.parse(spec).spec, spec)
  for (const spec of examples(inputsText)) assert.equal(parseInputs(spec).spec, spec)
  assert.equal(examples(delaysText).length + examples(wakeUpsText).length + examples(inputsText).length, 20)
})
