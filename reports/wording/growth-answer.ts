import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { GrowthVerdict } from '../growth/index.ts'
import { capitalised } from './capitalised.ts'
import { dimensions, labelOf, specOf } from './dimensions.ts'
import { count, listing } from './numbers.ts'

/** More settings than this are counted, not named. */
const namedMax = 3

/**
 * What each cost of each algorithm grows like, in a sentence each: “Messages of Le Lann–Chang–Roberts grow like n (best
 * identifiers), n log n (random identifiers) and n² (worst identifiers).” Where all networks can be judged together,
 * that says more than each kind of network alone.
 */
export function growthSentences(verdicts: readonly GrowthVerdict[], manifest: Manifest): string[] {
  const judged = verdicts.filter(({ assessment }) => assessment !== null)
  const subjects = groupBy(judged, ({ measure, key }) => JSON.stringify([measure, key.algorithm]))
  return [...subjects.values()].map((all) => {
    const together = all.filter(({ topologies }) => topologies.length > 1)
    return sentence(together.length > 0 ? together : all, manifest)
  })
}

/** `verdicts` are about one cost of one algorithm. */
function sentence(verdicts: readonly GrowthVerdict[], manifest: Manifest): string {
  const { measure, key } = verdicts[0]!
  const subject = `${capitalised(measure)} of ${labelOf(key, 'algorithm', manifest)}`
  const grows = measure === 'time' ? 'grows' : 'grow'
  const alike = new Set(verdicts.map(classWords)).size === 1
  const byClass = groupBy(verdicts, (one) =>
    alike || one.assessment!.kind !== 'undecided' ? classWords(one) : 'in a way that these sizes do not tell',
  )
  const [words] = byClass.keys()
  if (byClass.size === 1) return `${subject} ${grows} ${words}${together(verdicts)}.`
  const varied = dimensions.filter(
    (dimension) => new Set(verdicts.map((one) => specOf(one.key, dimension))).size > 1,
  )
  const parts = [...byClass].map(([words, members]) => {
    const settings = members.map((one) =>
      varied.map((dimension) => labelOf(one.key, dimension, manifest)).join(', '),
    )
    const named =
      settings.length <= namedMax
        ? listing(settings)
        : `${count(settings.length)} of ${count(verdicts.length)} settings`
    return `${words} (${named})`
  })
  return `${subject} ${grows} ${listing(parts)}.`
}

/** “ in all 4 settings”, “ over 12 kinds of network together”. */
function together(verdicts: readonly GrowthVerdict[]): string {
  const kinds = verdicts[0]!.topologies.length
  const networks = kinds > 1 ? ` over ${count(kinds)} kinds of network taken together` : ''
  return verdicts.length > 1
    ? `${networks === '' ? '' : `${networks},`} in all ${count(verdicts.length)} settings`
    : networks
}

/** “like n log n”; “like n or n log n, which cannot be told apart”. */
function classWords({ assessment }: GrowthVerdict): string {
  const { kind, contenders, doubt } = assessment!
  const texts = contenders.map(({ text }) => text)
  if (doubt !== null) return 'in a way that no class tried is sure to fit'
  if (kind === 'none') return 'like none of the classes tried'
  if (kind === 'grows') return texts[0] === '1' ? 'not at all' : `like ${texts[0]}`
  if (texts.length === 1) return `perhaps like ${texts[0]}`
  return `like ${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}, which cannot be told apart`
}
