import type { Manifest } from '../../experiments/cell/index.ts'
import { groupBy } from '../group-by.ts'
import type { GrowthVerdict } from '../growth/index.ts'
import { capitalised } from '../wording/capitalised.ts'
import { labelOf } from '../wording/dimensions.ts'
import { exponentWords } from '../wording/exponent.ts'
import { count, listing } from '../wording/numbers.ts'
import { inSettings, variedIn } from './settings-words.ts'

/** More settings than this are counted, not named. */
const namedMax = 3

/**
 * What each cost of each algorithm grows like, in a sentence each: “Messages of Le Lann–Chang–Roberts grow like n (best
 * identifiers), like n log n (random identifiers) and like n² (worst identifiers).” Where all networks can be judged
 * together, that says more than each kind of network alone.
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
  const alike = new Set(verdicts.map(classWords)).size === 1
  const byClass = groupBy(verdicts, (one) =>
    alike || one.assessment!.kind !== 'undecided'
      ? classWords(one)
      : 'grow in a way that these sizes do not tell',
  )
  const [words] = byClass.keys()
  if (byClass.size === 1) return `${subject} ${words}${exponent(verdicts)}${together(verdicts)}.`
  const varied = variedIn(verdicts.map((one) => one.key))
  const parts = [...byClass].map(([words, members], i) => {
    const settings = members.map((one) =>
      varied.map((dimension) => labelOf(one.key, dimension, manifest)).join(', '),
    )
    const named =
      settings.length <= namedMax ? listing(settings) : inSettings(settings.length, verdicts.length, varied)
    // The verb is said once, where it is the same.
    const verb = /^grows? /
    const told =
      i > 0 && verb.test(words) && verb.test([...byClass.keys()][0]!) ? words.replace(verb, '') : words
    return `${told} (${named})`
  })
  return `${subject} ${listing(parts)}.`
}

/** What a reader asks first; said where it is one number. */
function exponent(verdicts: readonly GrowthVerdict[]): string {
  const [only] = verdicts
  const text = verdicts.length === 1 ? exponentWords(only!) : null
  return text === null ? '' : ` (${text})`
}

/** “ on all 4 networks”, “ over 12 networks together”. */
function together(verdicts: readonly GrowthVerdict[]): string {
  const kinds = verdicts[0]!.topologies.length
  const networks = kinds > 1 ? ` on ${count(kinds)} kinds of network together` : ''
  const settings = inSettings(verdicts.length, verdicts.length, variedIn(verdicts.map(({ key }) => key)))
  return settings === '' ? networks : `${networks === '' ? '' : `${networks},`} ${settings}`
}

/** “grow like n log n”; “grow like n or n log n, which cannot be told apart”. */
function classWords({ measure, assessment }: GrowthVerdict): string {
  const { kind, contenders, doubt } = assessment!
  const s = measure === 'time' ? 's' : ''
  const texts = contenders.map(({ text }) => text)
  if (doubt !== null) return `grow${s} in a way that no class tried is sure to fit`
  if (kind === 'none') return `fit${s} none of the classes tried`
  if (kind === 'grows') return texts[0] === '1' ? `stay${s} constant` : `grow${s} like ${texts[0]}`
  if (texts.length === 1) return `grow${s} perhaps like ${texts[0]}`
  return `grow${s} like ${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}, which cannot be told apart`
}
