import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { main } from '../../cli/program.ts'

interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const program = resolve('dist/cli/main.js')

/** Runs the command line in this process, in a folder: what takes half a second by itself then takes none. */
export async function admissibleHere(words: readonly string[], folder = '.'): Promise<Finished> {
  const here = process.cwd()
  process.chdir(folder)
  const written = { stdout: '', stderr: '' }
  const originals = { stdout: process.stdout.write, stderr: process.stderr.write }
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (text: string | Uint8Array, ...more: never[]) => {
      // The test runner reports in bytes, by the same streams, whenever it comes to it.
      if (typeof text !== 'string') return originals[name].call(process[name], text, ...more)
      written[name] += text
      return true
    }
  try {
    const code = await main(words)
    return { code, ...written }
  } finally {
    process.chdir(here)
    process.stdout.write = originals.stdout
    process.stderr.write = originals.stderr
  }
}

/** Runs the command line in a folder, as a user would. */
export function admissible(words: readonly string[], folder = '.'): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}

/** An empty folder that is removed after the test. */
export function scratch(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'admissible-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The real networks and latencies beside the repository; null, with a word in the output, where there are none. */
export function realData(t: TestContext): string | null {
  const folder = resolve('../shared/data')
  if (existsSync(folder)) return folder
  t.skip(`${folder} is not there`)
  return null
}
