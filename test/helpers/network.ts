import { buildTopology, type Graph, Streams } from '../../engine/index.ts'

/** The network of a family, its random choices fixed. */
export const network = (spec: string, n: number, seed: number): Graph =>
  buildTopology(spec, { n, stream: new Streams(seed).stream('topology'), readFile: () => '' })
