import { capitalised } from './capitalised.ts'

/** Two costs in words, and what tells one from the other. */
interface Together {
  readonly words: string
  /** What both are, as the title of an axis: “remote references per passage”. */
  readonly axis: string
  /** As headers of panels. */
  readonly headers: readonly [string, string]
}

/**
 * Two costs at once; what their words begin with is said once: “remote references per passage in CC and DSM”, with the headers
 * “CC” and “DSM”.
 */
export function together(one: string, other: string): Together {
  const [a, b] = [one.split(' '), other.split(' ')]
  const differ = a.findIndex((word, i) => word !== b[i])
  const common = differ < 0 ? 0 : differ
  const [rest, otherRest] = [a, b].map((words) => words.slice(common).join(' ')) as [string, string]
  if (common === 0 || rest === '' || otherRest === '') {
    const words = `${one} and ${other}`
    return { words, axis: words, headers: [capitalised(one), capitalised(other)] }
  }
  return {
    words: `${one} and ${otherRest}`,
    axis: a
      .slice(0, common)
      .join(' ')
      .replace(/( (in|of|the))+$/, ''),
    headers: [capitalised(rest), capitalised(otherRest)],
  }
}
