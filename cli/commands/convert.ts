import { once } from 'node:events'
import { edgeListText, type Graph, Streams, topologies, understood } from '../../engine/index.ts'
import { readChunks, readFile } from '../../experiments/index.ts'
import { type CommandBuilder, examples } from './command.ts'

interface Options {
  readonly format?: string
  readonly component?: string
}

/** Lines are written in blocks of so many characters. */
const blockLength = 2 ** 16

export const convertCommand: CommandBuilder = (command) =>
  command
    .argument('<file>', 'an edge list, a matrix, GraphML, GML, DOT …, as in --topology file:FILE')
    .option('--format <format>', 'how to read it, where the name and the content do not tell')
    .option('--component <which>', 'largest: the part to take of a disconnected network')
    .addHelpText(
      'after',
      examples(
        'admissible convert mesh.graph > mesh.txt',
        'admissible convert survey.csv --format matrix --component largest',
      ),
    )
    .action(async (path: string, options: Options) => {
      const graph = networkIn(path, options)
      const { lines, byIndex } = edgeListText(graph)
      const notes = [
        understood(graph)!,
        ...(graph.details.notes ?? []),
        ...(byIndex ? ['wrote numbers, because the labels are no names of their own'] : []),
      ]
      for (const note of notes) process.stderr.write(`${path}: ${note}\n`)
      await write(lines)
    })

function networkIn(path: string, { format, component }: Options): Graph {
  const given = Object.entries({ format, component }).filter(([, value]) => value !== undefined)
  const { entry, values } = topologies.parse(
    ['file', given.map(([key, value]) => `${key}=${value}`).join(',')]
      .filter((part) => part !== '')
      .join(':'),
  )
  const stream = new Streams(0).stream('topology')
  return entry.build({ n: 0, values: { ...values, path }, stream, readFile, readChunks })
}

/** Writes line by line to the standard output, as fast as it is read. */
async function write(lines: Iterable<string>): Promise<void> {
  let block = ''
  const flush = async () => {
    if (!process.stdout.write(block)) await once(process.stdout, 'drain')
    block = ''
  }
  for (const line of lines) {
    block += line
    if (block.length >= blockLength) await flush()
  }
  await flush()
}
