import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = 'test/golden/reports'

/**
 * Compares texts with the committed ones of the same names. A mismatch writes the new text beside the old one, as
 * NAME-changed, to be looked at and, if it is right, to take its place.
 */
export function assertGolden(texts: Readonly<Record<string, string>>): void {
  const changed = Object.entries(texts).flatMap(([name, text]) => {
    const path = `${folder}/${name}`
    const beside = path.replace(/((\.vl)?\.[a-z]+)$/, '-changed$1')
    const same = existsSync(path) && readFileSync(path, 'utf8') === text
    if (same) rmSync(beside, { force: true })
    else {
      mkdirSync(folder, { recursive: true })
      writeFileSync(beside, text)
    }
    return same ? [] : [beside]
  })
  assert.deepEqual(changed, [], 'look at these; what is right takes the place of the file without “-changed”')
}
