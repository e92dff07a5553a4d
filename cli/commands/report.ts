import { relative } from 'node:path'
import { writeTablesFromLog } from '../../experiments/index.ts'
import { addFigureOptions } from '../options/figure-options.ts'
import { formatOption } from '../options/formats.ts'
import type { SweepOptions } from '../options/run-options.ts'
import { drawReport, onNotice } from '../sweeps/run-sweep.ts'
import { type CommandBuilder, examples } from './command.ts'

export const reportCommand: CommandBuilder = (command) =>
  addFigureOptions(command)
    .argument('<folder>', 'a folder of results, such as results/latest')
    .addOption(formatOption())
    .option('--short', 'also write short.html: the answer and its figure, to project or to embed')
    .option('--json', 'print the files written as a JSON array')
    .addHelpText(
      'after',
      examples(
        'admissible report results/latest',
        'admissible report results/latest --theme paper,slides --dpi 600',
        'admissible report results/latest --short',
        'admissible report results/latest --chart heat-map:x=n,y=delay --chart comparison',
      ),
    )
    .action(
      async (
        folder: string,
        {
          json,
          ...options
        }: Pick<SweepOptions, 'json' | 'format' | 'chart' | 'theme' | 'dpi'> & { readonly short?: true },
      ) => {
        const partial = writeTablesFromLog(folder, onNotice)
        if (partial !== null && !partial.complete)
          process.stderr.write(
            `admissible: ${counted(partial.outcomes)} of ${partial.cells} runs are finished; this is about those alone\n`,
          )
        const files = await drawReport(folder, { ...options, report: true })
        process.stdout.write(
          json
            ? `${JSON.stringify(files)}\n`
            : `${files.map((file) => relative('', `${folder}/${file}`)).join('\n')}\n`,
        )
      },
    )

const counted = (outcomes: Readonly<Record<string, number>>): number =>
  Object.values(outcomes).reduce((sum, count) => sum + count, 0)
