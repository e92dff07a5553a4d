/**
 * Plants faults in the fast engines, one at a time, and tells how many tests catch each.
 *
 *   npm run build && node dist/scripts/plant-faults.js
 *
 * The faults go into a copy of the built program in a temporary folder. Ends with exit code 1 if one is not caught,
 * or cannot be planted because the code has changed.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Fault, faults } from './faults.ts'
import { sharedMemoryFaults } from './shared-memory-faults.ts'

/** The tests that hold the fast engine to the definitions. */
const tests = [
  'simulation/oracle',
  'executions/verify',
  'simulation/transit/parcels',
  'simulation/queues/crowded-buckets',
  'shared-memory/oracle',
  'shared-memory/explore',
  'shared-memory/store',
]

const folder = mkdtempSync(join(tmpdir(), 'admissible-faults-'))
let missed = 0
try {
  for (const room of ['engine', 'algorithms', 'test'])
    cpSync(resolve('dist', room), join(folder, 'dist', room), { recursive: true })
  cpSync(resolve('package.json'), join(folder, 'package.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const fault of [null, ...faults, ...sharedMemoryFaults]) {
    const caught = fault === null ? failing() : withFault(fault, failing)
    const verdict =
      caught === null
        ? 'CANNOT BE PLANTED'
        : caught.length === 0
          ? 'caught by none'
          : `caught by ${caught.length} tests`
    if (fault !== null && (caught === null || caught.length === 0)) missed++
    process.stdout.write(`${fault?.name ?? 'no fault'}: ${verdict}\n`)
    if (fault === null && caught!.length > 0) throw new Error('the tests fail without any fault')
  }
} finally {
  rmSync(folder, { recursive: true })
}
process.exitCode = missed > 0 ? 1 : 0

/** The names of the tests that fail. */
function failing(): string[] {
  return tests.flatMap((test) => {
    const file = join('dist', 'test', 'engine', `${test}.test.js`)
    const { stdout } = spawnSync(process.execPath, ['--test-reporter=tap', file], {
      cwd: folder,
      encoding: 'utf8',
      // A fault can make a run endless.
      timeout: 120_000,
    })
    const names = [...stdout.matchAll(/^not ok \d+ - (.*)$/gm)].map((match) => match[1]!)
    return names.length > 0 || /^# pass [1-9]/m.test(stdout) ? names : [`${test} does not end`]
  })
}

/** What comes of a check while the fault is there; null if it cannot be planted. */
function withFault<T>({ file, right, wrong }: Fault, check: () => T): T | null {
  const path = join(folder, 'dist', 'engine', file)
  const code = readFileSync(path, 'utf8')
  if (code.split(right).length !== 2) return null
  writeFileSync(
    path,
    code.replace(right, () => wrong),
  )
  try {
    return check()
  } finally {
    writeFileSync(path, code)
  }
}
