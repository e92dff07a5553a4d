import { buildTopology, type Graph, Streams } from '../../engine/index.ts'

/** The network of a family, its random choices fixed. */
export const network = (spec: string, n: number): Graph =>
  buildTopology(spec, { n, stream: new Streams(1).stream('topology'), readFile: () => '' })
