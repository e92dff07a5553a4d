/** Time travel in the page: what has to be in it. Only this file, bundle.ts and files.ts run outside a browser. */
import * as catalogue from '../../algorithms/index.ts'
import { type AnyAlgorithm, splitName } from '../../engine/index.ts'
import { type Manifest, sharedMemory } from '../../experiments/cell/index.ts'
import { bundleModule, bundlePage } from './bundle.ts'
import { filesOf } from './files.ts'
import { programText } from './replay/shared/program.ts'
import type { TravelData } from './set-up.ts'

export type { Link } from './replay/edits.ts'
export type { OpenTravel, Travel, TravelRow } from './set-up.ts'

/**
 * A classic script that sets up `globalThis.admissible`, a `Travel`: the engine with the algorithms of an experiment,
 * users' own too, and what shows a run. It needs nothing else and fits between `<script>` and `</script>`. A module
 * or file that cannot be in a page is left out, and who asks for a run of it there is told. `readFile` gives the text of a file that a spec
 * names. The same manifest, code and files give the same text.
 */
export async function travelScript(manifest: Manifest, readFile: (path: string) => string): Promise<string> {
  const { experiment, algorithms } = manifest
  const onSharedMemory = experiment.topologies.includes(sharedMemory)
  const modules: Record<string, string> = {}
  for (const { name, module } of algorithms) if (module !== null) modules[name] = module
  const { files, missing } = filesOf(manifest, readFile)
  const scripts: string[] = []
  const familyModules = (manifest.families ?? []).map(({ module }) => module)
  for (const path of new Set([...Object.values(modules), ...familyModules]))
    try {
      scripts.push(await bundleModule(path, onSharedMemory))
    } catch (error) {
      missing[path] = (error as Error).message
    }
  const { name, budget } = experiment
  const data: TravelData = {
    experiment: name,
    budget,
    files,
    modules,
    programs: programsOf(manifest),
    missing,
  }
  const used = new Set(algorithms.flatMap(({ name, module }) => (module === null ? exportsNamed(name) : [])))
  return [await bundlePage(data, [...used], onSharedMemory), ...scripts].map(embeddable).join('')
}

/** The lines of the algorithms for shared memory: those in the page’s script are shortened beyond recognition. */
function programsOf({ algorithms }: Manifest): TravelData['programs'] {
  const used = new Set(algorithms.filter(({ module }) => module === null).map(({ name }) => name))
  return Object.fromEntries(
    catalogue.sharedAlgorithms
      .filter(({ name }) => used.has(name))
      .map((algorithm) => [algorithm.name, programText(algorithm)]),
  )
}

/** The names under which the catalogue exports an algorithm, and the wrappers if it is wrapped. */
function exportsNamed(given: string): string[] {
  const { innermost: name, specs } = splitName(given)
  const found = Object.entries(catalogue).flatMap(([exported, value]) =>
    [name, name.split(':', 1)[0]].includes((value as AnyAlgorithm).name) ? [exported] : [],
  )
  return specs === null ? found : [...found, 'stockWrappers' satisfies keyof typeof catalogue]
}

/** A script in which no text ends the element that it stands in, or begins a comment there: code never has these. */
const embeddable = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c')
