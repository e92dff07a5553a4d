import { InputError } from '../errors.ts'
import { fileTitle, withParameters } from '../specs/words.ts'
import type { TopologyFamily } from './family.ts'
import { cleaned } from './files/clean.ts'
import { fileFormats, formatNamed, formatOf, isPlain } from './files/formats.ts'
import { piecesOf } from './files/source.ts'

/**
 * A network from a file, in one of the formats of the catalogue (files/formats.ts). Directed channels are taken as undirected,
 * loops dropped and parallel channels merged, each with a counted note. Channels are numbered in the order of the file.
 */
export const file: TopologyFamily<'file'> = {
  name: 'file',
  words: ({ given: { path = 'file', ...others } }) => withParameters(fileTitle(String(path)), file, others),
  summary: 'a network from a file: an edge list, a matrix, GraphML, GML, DOT and many more',
  random: false,
  fixedSize: true,
  positional: 'path',
  parameters: {
    path: { kind: 'text', isPath: true, description: 'the file' },
    format: {
      kind: 'text',
      choices: fileFormats.map(({ name }) => name),
      description: 'how to read it, where the name and the content do not tell',
    },
    component: {
      kind: 'text',
      choices: ['largest'],
      description: 'the part to take of a disconnected network',
    },
  },
  sizeProblem: () => null,

  build({ values, readFile, readChunks }) {
    const path = values.path as string | undefined
    if (path === undefined || path === '')
      throw new InputError('topology file needs a path, as in file:network.gml')
    const chunks = () => readChunks?.(path) ?? [readFile(path)]
    const [beginning] = piecesOf(path, chunks())
    const format = values.format === undefined ? formatOf(beginning!) : formatNamed(String(values.format))
    const network = format.read(piecesOf(path, chunks()))
    const readAs = { title: format.title, plain: isPlain(format) }
    return cleaned(path, network, readAs, values.component as 'largest' | undefined)
  },
}
