#!/usr/bin/env node
import { main } from './program.ts'

// Whoever reads the output may stop reading, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// A sweep goes on when the terminal that showed its progress is gone.
process.stderr.on('error', () => undefined)

process.exitCode = await main(process.argv.slice(2))
