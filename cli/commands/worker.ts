import { availableParallelism } from 'node:os'
import { serve } from '../../experiments/index.ts'
import { exitCodes } from '../exit-codes.ts'
import { collect, integerOption } from '../options/specs.ts'
import { type CommandBuilder, examples } from './command.ts'

export const workerCommand: CommandBuilder = (command, exit) =>
  command
    .argument('<url>', 'the server: redis://localhost:6379, postgres://user:password@localhost/database')
    .option('--workers <count>', 'worker processes (default: one per core)', integerOption('workers', 1))
    .option(
      '--allow <module>',
      'a file whose algorithms may run here; may be given several times (default: the catalogue alone)',
      collect,
    )
    .addHelpText(
      'after',
      examples(
        'admissible worker redis://queue.example.org:6379',
        'admissible worker postgres://me:secret@db.example.org/sweeps --workers 16 --allow ./mine.ts',
      ),
    )
    .action(async (url: string, { workers, allow = [] }: { workers?: number; allow?: string[] }) => {
      const stop = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stop.abort())
      await serve(url, {
        workers: workers ?? availableParallelism(),
        allow,
        signal: stop.signal,
        onNotice: (text) => process.stderr.write(`admissible: ${text}\n`),
      })
      exit(exitCodes.interrupted)
    })
