import { InputError } from '../errors.ts'

interface Token {
  /** As the grammar knows it: printed signs in the spelling of a keyboard. */
  readonly text: string
  readonly shown: string
  readonly column: number
  /** Whether nothing stands between it and the token before. */
  readonly touches: boolean
}

/** What formulas are printed with, and what it is typed as. */
const spelling: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['·', '*'],
  ['×', '*'],
  ['log₂', 'log2'],
  ['log*', 'logstar'],
  ['√', 'sqrt'],
])

export const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const token = new RegExp(`\\s*(\\d+(?:\\.\\d+)?|log₂|log\\*|[A-Za-z_]\\w*|[${superscripts}]+|\\S)`, 'gu')

/** Far more than a theorem takes, and little enough for functions that call themselves. */
const longest = 1000

/** The tokens of a formula, read from the left. */
export class Tokens {
  readonly #source: string
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(source: string) {
    this.#source = source
    if (source.length > longest)
      throw new InputError(
        `formula “${source.slice(0, 30)} …”: it has ${source.length} characters; at most ${longest} are allowed`,
      )
    this.#tokens = [...source.matchAll(token)].map((match) => {
      const shown = match[1]!
      const touches = match[0].length === shown.length
      const column = match.index + match[0].length - shown.length + 1
      return { text: spelling.get(shown) ?? shown, shown, column, touches }
    })
  }

  /** The next token, or nothing at the end. */
  get text(): string {
    return this.#tokens[this.#next]?.text ?? ''
  }

  /** Whether nothing stands between the next token and the one before. */
  get touches(): boolean {
    return this.#tokens[this.#next]?.touches ?? false
  }

  get atEnd(): boolean {
    return this.#next === this.#tokens.length
  }

  /** Takes the next token, whatever it is. */
  take(): string {
    const { text } = this
    this.#next++
    return text
  }

  /** Takes the next token if it is this one. */
  accepts(text: string): boolean {
    if (this.text !== text) return false
    this.#next++
    return true
  }

  /** Takes this token; fails on any other. */
  expect(text: string): void {
    if (!this.accepts(text)) this.fail(`“${text}”`)
  }

  /** Fails because of the next token, saying what would be right there. */
  fail(wanted: string): never {
    const next = this.#tokens[this.#next]
    const found = next === undefined ? 'the formula ends' : `“${next.shown}” stands at column ${next.column}`
    return this.refuse(`${found}, but ${wanted} is expected there`)
  }

  refuse(problem: string): never {
    throw new InputError(`formula “${this.#source}”: ${problem}`)
  }
}
