import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { disturb, prepare, type Way } from '../../scripts/kill-sweeps.ts'

const posix = process.platform !== 'win32'
const folder = mkdtempSync(join(tmpdir(), 'admissible-kills-'))
after(() => rmSync(folder, { recursive: true, force: true }))

// The long form has fifty kills of two thousand cells: node dist/scripts/kill-sweeps.js
test(
  'a sweep whose processes are killed at random instants ends, resumed, with the same bytes',
  { skip: !posix },
  async () => {
    const subject = await prepare(folder, 6)
    for (const way of ['coordinator', 'worker', 'SIGINT'] satisfies Way[]) await disturb(subject, way, 2)
  },
)
