import {
  type AnyAlgorithm,
  allClaims,
  type Claim,
  formulaOf,
  type Requirements,
  runsInRoundsOnly,
} from '../engine/index.ts'
import { claimText } from '../reports/wording/claim-text.ts'

/** All that an algorithm of the catalogue says of itself, as Markdown. */
export function describeAlgorithm(algorithm: AnyAlgorithm): string {
  const { name, title = name, source, remarks } = algorithm
  const lines = [
    [
      'Model',
      `${runsInRoundsOnly(algorithm) ? 'rounds' : 'asynchronous, or in rounds'}; ${ending(algorithm)}`,
    ],
    ['Needs', needs(algorithm.requires)],
    ...claims(algorithm),
    ['Where', quantities(algorithm)],
    ['Inputs', inputs(algorithm)],
    ['Remarks', escaped(remarks ?? '')],
  ].flatMap(([key, text]) => (text === '' ? [] : [`- *${key}*: ${text}`]))
  const head = `**${escaped(title)}**, \`${name}\`.${source === undefined ? '' : ` Source: ${escaped(source)}.`}`
  return [head, '', ...lines].join('\n')
}

/** A claim without its condition: “exactly 2m − (n − 1)”. */
export const claimWords = ({ kind, formula }: Claim): string =>
  escaped(claimText({ kind, text: formulaOf(formula).text }))

/** Plain text as Markdown: nothing in it is a sign. */
export const escaped = (text: string): string => text.replace(/[\\*_[\]<>`|]/g, '\\$&')

function ending({ terminates, stopWhen }: AnyAlgorithm): string {
  if (stopWhen !== undefined) return 'stops when what it is for has come about'
  return terminates ? 'terminates' : 'ends quiescent'
}

/** What each requirement demands, in words. A record, so that none is forgotten. */
const requirements: { readonly [K in keyof Requirements]-?: (value: Requirements[K]) => string } = {
  fields: (names) => `inputs named ${names!.join(' and ')}`,
  root: () => 'a root',
  identifiers: () => 'identifiers',
  neighborIdentifiers: () => 'the identifiers of neighbours',
  identifierBits: () => 'the length of identifiers',
  clocks: () => 'clocks',
  detector: (kind) => `a failure detector ${kind}`,
  delayBounds: () => 'bounds on delays',
  weights: (weights) => `${weights === 'distinct' ? 'distinct ' : ''}weights`,
  size: () => 'n',
  diameter: () => 'the diameter',
  spanningTree: () => 'a spanning tree',
  shape: (shape) => `a network of shape ${[shape].flat().join(' or ')}`,
  orientation: () => 'an orientation',
  fifo: () => 'channels first in, first out',
  coins: () => 'coins',
  synchronous: () => 'the synchronous model',
  resilience: (relation) => `${escaped(relation!)} where f may fail`,
  initiators: (who) => `that all wake by themselves${who === 'together' ? ', at time 0' : ''}`,
}

function needs(requires: Requirements): string {
  const words = Object.entries(requires).map(([key, value]) =>
    (requirements[key as keyof Requirements] as (value: unknown) => string)(value),
  )
  return words.join(', ') || 'nothing'
}

/** By measure, all that is claimed of it. */
function claims(algorithm: AnyAlgorithm): [string, string][] {
  const found = new Map<string, string[]>()
  for (const { measure, claim } of allClaims(algorithm)) {
    const condition = claim.when === undefined ? '' : ` if ${claim.when.text}`
    const source = claim.source === undefined ? '' : ` (${claim.source})`
    const text = `${claimWords(claim)}${escaped(condition + source)}`
    found.set(measure, [...(found.get(measure) ?? []), text])
  }
  return [...found].map(([measure, texts]) => [escaped(measure), texts.join('; ')])
}

/** What the quantities in its claims stand for. */
function quantities(algorithm: AnyAlgorithm): string {
  const all = allClaims(algorithm).flatMap(({ claim: { where = {} } }) => Object.entries(where))
  const described = all.map(([symbol, { description }]) => `${symbol} is ${escaped(description)}`)
  return [...new Set(described)].join('; ')
}

/** What is known to be worst and best: identifiers as they are for eight processors. */
function inputs({ worstIdentifiers, bestIdentifiers, worstDelays }: AnyAlgorithm): string {
  const example = (which: string, ids?: (n: number) => ArrayLike<number>): string[] =>
    ids === undefined ? [] : [`\`ids=${which}\`, for n = 8: ${Array.from(ids(8)).join(', ')}`]
  return [
    ...example('worst', worstIdentifiers),
    ...example('best', bestIdentifiers),
    ...(worstDelays === undefined ? [] : ['delay `worst`']),
  ].join('; ')
}
