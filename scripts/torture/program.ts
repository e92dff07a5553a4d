import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url))

/** What has come of a process. */
interface Ended {
  readonly code: number | null
  /** Both streams together. */
  readonly output: string
}

/** A process of the command line, in a folder. */
export function begin(words: readonly string[], folder: string): ChildProcess {
  return spawn(process.execPath, [program, ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The same in a shell, after other commands such as `ulimit`. */
export function beginAfter(commands: string, words: readonly string[], folder: string): ChildProcess {
  const line = `${commands}; exec "$@"`
  return spawn('bash', ['-c', line, 'bash', process.execPath, program, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits until a process ends; one that takes longer than so many seconds is killed. */
export async function ended(child: ChildProcess, seconds = 120): Promise<Ended> {
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part) => {
      output += String(part)
    })
  const timer = setTimeout(() => child.kill('SIGKILL'), 1000 * seconds)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  clearTimeout(timer)
  return { code: child.exitCode, output }
}

/** Waits until a process says something that matches, for so many seconds at most. */
export async function says(child: ChildProcess, words: RegExp, seconds = 60): Promise<void> {
  let text = ''
  let timer: NodeJS.Timeout | undefined
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        text += String(part)
        if (words.test(text)) resolve()
      })
    child.once('close', () => reject(new Error(`ended: ${text}`)))
    timer = setTimeout(() => reject(new Error(`says after ${seconds} s only: ${text}`)), 1000 * seconds)
  }).finally(() => clearTimeout(timer))
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
