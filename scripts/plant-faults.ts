/**
 * Plants faults in the fast engine, one at a time, and tells how many tests catch each.
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

interface Fault {
  readonly name: string
  /** In engine/simulation. */
  readonly file: string
  /** What stands there once, and what is put in its place. */
  readonly right: string
  readonly wrong: string
}

const faults: readonly Fault[] = [
  {
    name: 'a lost message: the last of each event that sends several',
    file: 'asynchronous.js',
    right: 'outbox.length = kept;',
    wrong: 'outbox.length = kept > 1 ? kept - 1 : kept;',
  },
  {
    name: 'a duplicated message: all that an event sends arrives twice',
    file: 'asynchronous.js',
    right: 'if (kept > 0)',
    wrong: 'if (kept > 0) this.#queue.enter(outbox);\n        if (kept > 0)',
  },
  {
    name: 'a swapped tie: of two messages on one channel at one instant, the later sent comes first',
    file: 'arrivals.js',
    right: 'slots[j] > slot',
    wrong: 'slots[j] >= slot',
  },
  {
    name: 'a wrong port: the receiver is told the next channel',
    file: 'machine.js',
    right: 'message, slot - this.#firstSlot)',
    wrong: 'message, (slot - this.#firstSlot + 1) % this.degree)',
  },
  {
    name: 'a late comp: messages that arrive at one instant are processed in events of their own',
    file: 'asynchronous.js',
    right: 'if (queue.nextIsAt(now)) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a message that overtakes on a channel that is first in, first out',
    file: 'asynchronous.js',
    right: 'if (arrival < latest[slot]) {',
    wrong: 'if (false) {',
  },
  {
    name: 'a terminated processor that goes on',
    file: 'machine.js',
    right: 'if (this.status[processor] === TERMINATED)\n            return this.payloads.drop(payload);',
    wrong: '',
  },
  {
    name: 'a processor that starts where it should only join',
    file: 'machine.js',
    right: "if (this.#algorithm.wokenByMessage !== 'joins')",
    wrong: 'if (true)',
  },
  {
    name: 'a wake-up that never comes: that of the last processor',
    file: 'asynchronous.js',
    right: 'if (wakeTimes[p] !== 0)',
    wrong: 'if (wakeTimes[p] !== 0 || (p > 0 && p === graph.n - 1))',
  },
  {
    name: 'a wrong count: one message for each event that sends',
    file: 'machine.js',
    right: 'this.messages += length - routed;',
    wrong: 'this.messages += 1;',
  },
  {
    name: 'a wrong payload: the content of the message at work before',
    file: 'payloads.js',
    right: 'if (handle !== this.#latestHandle) {\n            this.#forgetLatestIfUnused();',
    wrong: 'if (this.#latest === undefined) {\n            this.#forgetLatestIfUnused();',
  },
  {
    name: 'a shared coin: all processors flip that of the first',
    file: 'machine.js',
    right: "this.#streams.stream('coins', this.current)",
    wrong: "this.#streams.stream('coins', 0)",
  },
  {
    name: 'a time that ends too early: messages to terminated processors do not count',
    file: 'asynchronous.js',
    right: 'Math.max(this.#lastProcessed, this.#lastAbsorbed)',
    wrong: 'this.#lastProcessed',
  },
  {
    name: 'a queue that is not in order: what falls into the current bucket waits for its end',
    file: 'bucket-queue.js',
    right: 'this.#next === sorted.length || this.#late.nextTime < sorted.times[this.#next]',
    wrong: 'this.#next === sorted.length',
  },
  {
    name: 'a wrong round: whoever wakes later does so a round too late',
    file: 'rounds.js',
    right: 'enterWakeUps(round + 1, sent);',
    wrong: 'enterWakeUps(round, sent);',
  },
]

/** The tests that hold the fast engine to the definitions. */
const tests = ['simulation/oracle', 'executions/verify']

const folder = mkdtempSync(join(tmpdir(), 'admissible-faults-'))
let missed = 0
try {
  for (const room of ['engine', 'algorithms', 'test'])
    cpSync(resolve('dist', room), join(folder, 'dist', room), { recursive: true })
  cpSync(resolve('package.json'), join(folder, 'package.json'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const fault of [null, ...faults]) {
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
  const path = join(folder, 'dist', 'engine', 'simulation', file)
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
