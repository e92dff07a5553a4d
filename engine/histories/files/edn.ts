/**
 * EDN, the notation of Clojure, as far as histories need it: nil, true, false, numbers, strings, keywords, symbols,
 * vectors, lists, sets and maps. Keywords and symbols become texts, a keyword without its colon; sets become lists, and
 * the tags before values are passed over.
 */
export class EdnReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Whether nothing but blanks is left. */
  get isAtEnd(): boolean {
    this.#skipBlanks()
    return this.#at >= this.#text.length
  }

  /** The next value. Throws a SyntaxError that says in which column. */
  value(): unknown {
    this.#skipBlanks()
    const character = this.#text[this.#at] ?? ''
    if (character === '"') return this.#string()
    if (character === '[') return this.#list(']')
    if (character === '(') return this.#list(')')
    if (character === '{') return this.#map()
    if (character === '#') return this.#tagged()
    return atomOf(this.#word())
  }

  #skipBlanks(): void {
    while (/[\s,]/.test(this.#text[this.#at] ?? '')) this.#at++
  }

  #string(): string {
    const [whole] = /^"(?:[^"\\]|\\.)*"/s.exec(this.#text.slice(this.#at)) ?? []
    if (whole === undefined) return this.#fail('expected a closing quotation mark')
    try {
      const value = JSON.parse(whole.replaceAll('\n', '\\n').replaceAll('\t', '\\t')) as string
      this.#at += whole.length
      return value
    } catch {
      return this.#fail('expected a string')
    }
  }

  #list(end: string): unknown[] {
    this.#at++
    const values: unknown[] = []
    for (;;) {
      this.#skipBlanks()
      if (this.#text[this.#at] === end) break
      if (this.#at >= this.#text.length) this.#fail(`expected ${end}`)
      values.push(this.value())
    }
    this.#at++
    return values
  }

  #map(): Readonly<Record<string, unknown>> {
    const values = this.#list('}')
    if (values.length % 2 === 1) this.#fail('expected a value for each key')
    const pairs = Array.from({ length: values.length / 2 }, (_, i) => [
      String(values[2 * i]),
      values[2 * i + 1],
    ])
    return Object.fromEntries(pairs)
  }

  #tagged(): unknown {
    this.#at++
    if (this.#text[this.#at] === '{') return this.#list('}')
    this.#word()
    return this.value()
  }

  #word(): string {
    const [word] = /^[^\s,[\](){}"]+/.exec(this.#text.slice(this.#at)) ?? []
    if (word === undefined) return this.#fail('expected a value')
    this.#at += word.length
    return word
  }

  #fail(expected: string): never {
    throw new SyntaxError(`column ${this.#at + 1}: ${expected}`)
  }
}

function atomOf(word: string): unknown {
  if (word === 'nil') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?[NM]?$/.test(word)) return Number(word.replace(/[NM]$/, ''))
  return word.startsWith(':') ? word.slice(1) : word
}
