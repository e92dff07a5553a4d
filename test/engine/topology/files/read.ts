import assert from 'node:assert/strict'
import { buildTopology, type Graph, InputError, Random } from '../../../../engine/index.ts'
import { channelsOf } from '../../../laws/networks.ts'

/** The network that a file of this name and text gives; options such as `component=largest` follow the name. */
export function read(name: string, text: string, options = ''): Graph {
  const readFile = (path: string) => {
    assert.equal(path, name)
    return text
  }
  return buildTopology(`file:${name}${options && `,${options}`}`, {
    n: 0,
    stream: new Random(1, 2, 3, 4),
    readFile,
  })
}

/** The labels of the processors, in their order. */
export function labelsOf({ details: { labels } }: Graph): string[] {
  return Array.from({ length: labels!.length }, (_, p) => labels!.at(p)!)
}

/** The channels by label: “A-B B-C”. */
export function labelled(graph: Graph): string {
  return channelsOf(graph).replaceAll(/\d+/g, (p) => graph.details.labels!.at(Number(p))!)
}

/** The message of the InputError that reading gives; it must be a single line. */
export function refusal(name: string, text: string, options = ''): string {
  try {
    read(name, text, options)
  } catch (error) {
    assert.ok(error instanceof InputError, String(error))
    assert.doesNotMatch(error.message, /\n/)
    return error.message
  }
  return assert.fail('the file was read')
}
