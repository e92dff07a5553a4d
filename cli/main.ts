#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts'
import { showControls } from './output/visible.ts'
import { programIn } from './program-in.ts'

showControls(process.stdout)
showControls(process.stderr)

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads the output may stop reading, as head does.
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(`admissible: cannot write the output: ${error.message}\n`)
  process.exit(exitCodes.badInput)
})

// A sweep goes on when the terminal that showed its progress is gone.
process.stderr.on('error', () => undefined)

try {
  const { main } = (await import(
    programIn(new URL('../', import.meta.url)).href
  )) as typeof import('./program.ts')
  process.exitCode = await main(process.argv.slice(2))
  // What a user's module has left running keeps nobody waiting, nor a client that tries to reach a server that is gone.
  setTimeout(() => process.stdout.write('', () => process.exit()), 1000).unref()
} catch (error) {
  // As where a process may open few files: not even what explains errors can be loaded.
  process.stderr.write(`admissible: the program cannot be loaded: ${(error as Error).message}\n`)
  process.exitCode = exitCodes.badInput
}
