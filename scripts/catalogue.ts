import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { algorithmFamilies, algorithms } from '../algorithms/index.ts'
import {
  type AlgorithmFamily,
  type AnyAlgorithm,
  allClaims,
  isAboutMean,
  type Measure,
} from '../engine/index.ts'
import { claimWords, describeAlgorithm, escaped } from './describe-algorithm.ts'

/** The page whose end lists the catalogue of algorithms. */
export const page = 'docs/algorithms.md'

const heading = '\n## The catalogue\n'

/** The page with the list of the catalogue as it is now. */
export async function withCatalogue(text: string): Promise<string> {
  const problems = await byProblem()
  const sections = [...problems].map(([problem, members]) => section(problem, members))
  return `${text.slice(0, text.indexOf(heading))}${heading}\n${[introduction, ...sections].join('\n\n')}\n`
}

const introduction = `Written by \`node dist/scripts/write-catalogue.js\` from what the algorithms say of themselves; \`admissible list
algorithms\` prints their claims, too. The tables show the first claim that holds without a condition.`

/** The algorithms of the catalogue by problem: the folder that their file lies in. Families have their usual values. */
async function byProblem(): Promise<ReadonlyMap<string, readonly AnyAlgorithm[]>> {
  const folders = new Map<unknown, string>()
  const files = readdirSync('algorithms', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((file) => file.endsWith('.ts') && file !== 'index.ts')) {
    const exports = await import(`../${join('algorithms', file).replace(/\.ts$/, '.js')}`)
    const folder = file.split(/[\\/]/).slice(0, -1).join(': ').replaceAll('-', ' ')
    for (const value of Object.values(exports))
      folders.set((value as Partial<AlgorithmFamily>).with?.('') ?? value, folder)
  }
  const problems = new Map<string, AnyAlgorithm[]>()
  for (const algorithm of [...algorithms, ...algorithmFamilies.map((family) => family.with(''))]) {
    const problem = folders.get(algorithm)!
    problems.set(problem, [...(problems.get(problem) ?? []), algorithm])
  }
  return problems
}

function section(problem: string, members: readonly AnyAlgorithm[]): string {
  const rows = members.map((algorithm) => {
    const claims = (['messages', 'time'] as const).map((measure) => firstClaim(algorithm, measure))
    return `| \`${algorithm.name}\` | ${escaped(algorithm.summary ?? '')} | ${claims.join(' | ')} |`
  })
  const table = ['| Name | What | Messages | Time |', '|---|---|---|---|', ...rows].join('\n')
  const title = `### ${problem.charAt(0).toUpperCase()}${problem.slice(1)}`
  return [title, table, ...members.map(describeAlgorithm)].join('\n\n')
}

/** The first claim about each execution that has no condition; else the first of all. */
function firstClaim(algorithm: AnyAlgorithm, about: Measure): string {
  const claims = allClaims(algorithm).flatMap(({ measure, claim }) => (measure === about ? [claim] : []))
  const always = claims.find(
    (claim) => claim.when === undefined && claim.kind !== 'order' && !isAboutMean(claim),
  )
  const first = always ?? claims[0]
  return first === undefined ? '' : claimWords(first)
}
