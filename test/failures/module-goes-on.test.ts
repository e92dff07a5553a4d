import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { scratch } from '../helpers/admissible.ts'
import { authored } from '../helpers/authored.ts'

test('a timer that a module leaves running keeps neither a sweep nor a simulation from ending', (t) => {
  const folder = scratch(t)
  const source = authored("p.sendToAll({ type: 'M' })", 's.got++')
  writeFileSync(
    join(folder, 'mine.mjs'),
    `import { setInterval as again } from 'node:timers'\nagain(() => {}, 50)\n${source}`,
  )
  const grid = '--topology complete --n 4'
  for (const words of [
    `sweep --algorithm ./mine.mjs ${grid} --replicates 2 --no-report --out results`,
    `simulate ./mine.mjs ${grid}`,
  ]) {
    const { status, signal } = spawnSync(
      process.execPath,
      [resolve('dist/cli/main.js'), ...words.split(' ')],
      // Without an end of its own it would never come back.
      { cwd: folder, timeout: 120_000 },
    )
    assert.deepEqual([words, status, signal], [words, 0, null])
  }
})
