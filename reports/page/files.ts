import { algorithmFamilies } from '../../algorithms/index.ts'
import { delays, pathsIn, pathsInName, splitName, topologies } from '../../engine/index.ts'
import type { Manifest } from '../../experiments/cell/index.ts'

/** Longer texts would make the page heavy. */
const charactersMax = 200_000

/** Texts by path, and why others are missing. */
interface Files {
  readonly files: Record<string, string>
  readonly missing: Record<string, string>
}

/** The files that the cells of an experiment name. */
export function filesOf(manifest: Manifest, readFile: (path: string) => string): Files {
  const found: Files = { files: {}, missing: {} }
  for (const path of paths(manifest)) {
    try {
      const text = readFile(path)
      if (text.length <= charactersMax) found.files[path] = text
      else found.missing[path] = 'it is too long to be in this page'
    } catch (error) {
      found.missing[path] = (error as Error).message
    }
  }
  return found
}

function paths({ algorithms, experiment }: Manifest): Set<string> {
  const { topologies: networks, delays: distributions } = experiment
  const names = algorithms.map(({ name }) => splitName(name).innermost)
  return new Set([
    ...names.flatMap((name) => pathsInName(name, algorithmFamilies)),
    ...networks.flatMap((spec) => topologies.find(spec) ?? []).flatMap(pathsIn),
    ...distributions.flatMap((spec) => delays.find(spec) ?? []).flatMap(pathsIn),
  ])
}
