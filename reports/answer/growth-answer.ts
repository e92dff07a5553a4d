import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { GrowthVerdict } from '../growth/index.ts'
import { capitalised } from '../wording/capitalised.ts'
import { type Dimension, labelOf } from '../wording/dimensions.ts'
import { exponentWords } from '../wording/exponent.ts'
import { classWords, remark } from '../wording/growth-predicate.ts'
import { measureWords } from '../wording/measures.ts'
import { listing } from '../wording/numbers.ts'
import { acrossNetworks, inNamed, inSettings, variedIn } from './settings-words.ts'

/** More settings than this are counted, not named. */
const namedMax = 3

/**
 * What each cost of each algorithm grows like, in a sentence each: “Messages of Le Lann–Chang–Roberts grow like n (best
 * identifiers), like n log n (random identifiers) and like n² (worst identifiers).” Where one class fits all networks
 * together, that says more than each kind of network alone.
 */
export function growthSentences(verdicts: readonly GrowthVerdict[], manifest: Manifest): string[] {
  const judged = verdicts.filter(({ assessment }) => assessment !== null)
  const subjects = groupBy(judged, ({ measure, key }) => JSON.stringify([measure, key.algorithm]))
  return [...subjects.values()].map((all) => {
    const isTogether = ({ topologies }: GrowthVerdict) => topologies.length > 1
    const together = all.filter(isTogether)
    const alone = all.filter((one) => !isTogether(one))
    return sentence(
      together.length > 0 && (alone.length === 0 || together.every(isNamed)) ? together : alone,
      manifest,
    )
  })
}

/** Whether one class fits. */
const isNamed = ({ assessment }: GrowthVerdict): boolean => assessment!.kind === 'grows'

/** `verdicts` are about one cost of one algorithm. */
function sentence(verdicts: readonly GrowthVerdict[], manifest: Manifest): string {
  const { measure, key } = verdicts[0]!
  const subject = `${capitalised(measureWords(measure))} of ${labelOf(key, 'algorithm', manifest)}`
  const varied = variedIn(verdicts.map((one) => one.key))
  const labels = (members: readonly GrowthVerdict[]) =>
    members.map((one) => varied.map((dimension) => labelOf(one.key, dimension, manifest)).join(', '))
  if (new Set(verdicts.map(classWords)).size === 1)
    return `${subject} ${classWords(verdicts[0]!)}${exponent(verdicts)}${everywhere(verdicts, varied)}${remark(verdicts[0]!)}.`
  const named = verdicts.filter(isNamed)
  if (named.length === 0)
    return `What class of growth fits the ${measureWords(measure)} of ${labelOf(key, 'algorithm', manifest)} cannot be told.`
  const byClass = [...groupBy(named, classWords)]
  const parts = byClass.map(([words, members], i) => {
    const place =
      members.length <= namedMax
        ? listing(labels(members))
        : inSettings(members.length, verdicts.length, varied)
    // The verb is said once, where it is the same.
    const verb = /^grows? /
    return `${i > 0 && verb.test(words) && verb.test(byClass[0]![0]) ? words.replace(verb, '') : words} (${place})`
  })
  const open = verdicts.filter((one) => !isNamed(one))
  const where =
    open.length <= namedMax ? inNamed(labels(open), varied) : inSettings(open.length, verdicts.length, varied)
  return `${subject} ${listing(parts)}${open.length === 0 ? '' : `; ${where} no class can be named`}.`
}

/** What a reader asks first; said where it is one number. */
function exponent(verdicts: readonly GrowthVerdict[]): string {
  const [only] = verdicts
  const text = verdicts.length === 1 ? exponentWords(only!) : null
  return text === null ? '' : ` (${text})`
}

/** “ on all 4 networks”, “ across all 4 networks”. */
function everywhere(verdicts: readonly GrowthVerdict[], varied: readonly Dimension[]): string {
  const kinds = verdicts[0]!.topologies.length
  return [kinds > 1 ? acrossNetworks(kinds) : '', inSettings(verdicts.length, verdicts.length, varied)]
    .map((text) => (text === '' ? '' : ` ${text}`))
    .join('')
}
