/**
 * Kills sweeps at random instants, resumes them, and holds the bytes that they end with to those of an undisturbed run.
 *
 *     node dist/scripts/kill-sweeps.js [kills] [replicates]      default: 50 kills, 125 replicates, which makes 2,000 cells
 *
 * Four ways: SIGKILL of the process that keeps the log, SIGKILL of a worker, SIGINT, SIGTERM. Needs a POSIX system.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Streams } from '../engine/index.ts'

/** A sweep, and what an undisturbed run of it has left. */
interface Subject {
  readonly words: readonly string[]
  readonly folder: string
  /** The log has so many bytes in the end. */
  readonly bytes: number
  readonly files: readonly string[]
}

export type Way = 'coordinator' | 'worker' | 'SIGINT' | 'SIGTERM'

/** Nothing else may differ between two runs. */
const compared = ['runs.csv', 'manifest.json']

const program = resolve('dist/cli/main.js')

/** Makes the sweep that will be killed: two algorithms, two networks, four sizes. */
export async function prepare(folder: string, replicates: number): Promise<Subject> {
  const words =
    `sweep --algorithm flooding,spanning-tree-flood --topology ring,gnp:degree=8 --n 64..512 --workers 2 --no-report --replicates ${replicates}`.split(
      ' ',
    )
  const start = performance.now()
  const { code } = await ended(begin([...words, '--out', 'whole'], folder))
  assert.equal(code, 0)
  const whole = join(folder, 'whole')
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  say(`${16 * replicates} cells, undisturbed: ${seconds} s`)
  const bytes = statSync(join(whole, 'runs.jsonl')).size
  return { words, folder, bytes, files: compared.map((name) => readFileSync(join(whole, name), 'utf8')) }
}

/** Runs the sweep with so many disturbances of one kind; the longest that it took to end after one, in seconds. */
export async function disturb(
  { words, folder, bytes, files }: Subject,
  way: Way,
  kills: number,
): Promise<number> {
  const out = join(folder, `killed-${way}`)
  const { int, real } = dice(way)
  const line = [...words, '--out', out, '--resume']
  // So far apart that the sweep would end after the last kill, if they were evenly spread.
  const step = bytes / (kills + 1)
  let slowest = 0
  let sweep = begin(line, folder)
  for (let kill = 0; kill < kills; kill++) {
    const goal = sizeOf(out) + 2 * step * real()
    while (sweep.exitCode === null && sizeOf(out) < goal) await pause(2)
    await pause(int(60))
    if (way === 'worker') {
      const workers = childrenOf(sweep)
      if (workers.length > 0) killHard(workers[int(workers.length)]!)
    } else {
      const start = performance.now()
      sweep.kill(way === 'coordinator' ? 'SIGKILL' : way)
      const { code, signal } = await ended(sweep)
      slowest = Math.max(slowest, (performance.now() - start) / 1000)
      // One that was finished by then, or not yet listening, is as good.
      if (way !== 'coordinator') assert.ok(code === 130 || code === 0 || signal === way, `ended with ${code}`)
    }
    if (way !== 'worker' || sweep.exitCode !== null) sweep = begin(line, folder)
  }
  const { code } = await ended(sweep)
  assert.equal(code, 0)
  // What to type to run it again names the folder.
  for (const [i, name] of compared.entries())
    assert.equal(
      withoutCommand(readFileSync(join(out, name), 'utf8')),
      withoutCommand(files[i]!),
      `${way}: ${name}`,
    )
  return slowest
}

const withoutCommand = (text: string): string => text.replace(/"command": ".*"/, '')

function begin(words: readonly string[], folder: string): ChildProcess {
  return spawn(process.execPath, [program, ...words], { cwd: folder, stdio: 'ignore' })
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode }
}

function childrenOf({ pid }: ChildProcess): number[] {
  try {
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([child, parent]) => (parent === pid ? [child!] : []))
  } catch (error) {
    throw new Error('cannot list the workers: there is no ps', { cause: error })
  }
}

function killHard(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** The bytes of a log. */
function sizeOf(out: string): number {
  return statSync(join(out, 'runs.jsonl'), { throwIfNoEntry: false })?.size ?? 0
}

function dice(name: string) {
  const stream = new Streams(2004).stream(name)
  const real = (): number => stream.uniform()
  return { real, int: (below: number): number => Math.floor(below * real()) }
}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

async function main(kills: number, replicates: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'admissible-kills-'))
  try {
    const subject = await prepare(folder, replicates)
    for (const way of ['coordinator', 'worker', 'SIGINT', 'SIGTERM'] as const) {
      const seconds = await disturb(subject, way, kills)
      const time = way.startsWith('SIG') ? `; it ended within ${seconds.toFixed(2)} s each time` : ''
      say(`${way}: killed ${kills} times; the same bytes in the end${time}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await main(Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 125))
