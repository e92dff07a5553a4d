import { failAt, quoted, type Source } from './source.ts'

/** Character codes. */
const [SPACE, QUOTE, HASH, PERCENT, ZERO, NINE] = [32, 34, 35, 37, 48, 57] as const
/** Whole numbers of at most so many digits are exact. */
const DIGITS = 15

/**
 * Reads a table line by line and field by field without copying the text. Blank lines and lines that begin with # or
 * % are passed over. Fields are separated by semicolons or commas if the first line has any, else by blanks; they may
 * stand in quotation marks, which are doubled within.
 */
export class Table {
  /** Where the current field is in the text. */
  start = 0
  end = 0
  readonly #source: Source
  readonly #separator: number
  #nextLine = 0
  #at = 0
  #lineEnd = 0

  constructor(source: Source) {
    this.#source = source
    this.#separator = SPACE
    if (!this.nextRow()) return
    const unquoted = source.text.slice(this.#at, this.#lineEnd).replaceAll(/"[^"]*"/g, '')
    const separator = [';', ','].find((character) => unquoted.includes(character)) ?? ' '
    this.#separator = separator.charCodeAt(0)
    this.#nextLine = 0
  }

  /** Moves on to the next row; false at the end of the text. */
  nextRow(): boolean {
    const { text } = this.#source
    while (this.#nextLine < text.length) {
      const newline = text.indexOf('\n', this.#nextLine)
      this.#lineEnd = newline < 0 ? text.length : newline
      this.#at = this.#nextLine
      this.#nextLine = this.#lineEnd + 1
      this.#skipBlanks()
      const first = text.charCodeAt(this.#at)
      if (this.#at < this.#lineEnd && first !== HASH && first !== PERCENT) return true
    }
    return false
  }

  /** Moves on to the next field of the row; false at its end. */
  nextField(): boolean {
    const { text } = this.#source
    if (this.#at >= this.#lineEnd) return false
    if (text.charCodeAt(this.#at) === QUOTE) this.#readQuoted()
    else this.#readPlain()
    this.#skipBlanks()
    if (this.#at >= this.#lineEnd || this.#separator === SPACE) return true
    if (text.charCodeAt(this.#at) !== this.#separator)
      failAt(
        this.#source,
        this.#at,
        `expected ${quoted(String.fromCharCode(this.#separator))} after the quotation mark`,
      )
    this.#at++
    this.#skipBlanks()
    return true
  }

  /** The current field. */
  value(): string {
    return this.#source.text.slice(this.start, this.end).replaceAll('""', '"')
  }

  /** The current field, as a number if it is a whole one, written as usual. */
  name(): number | string {
    const { text } = this.#source
    const length = this.end - this.start
    if (length === 0 || length > DIGITS || (length > 1 && text.charCodeAt(this.start) === ZERO))
      return this.value()
    let number = 0
    for (let i = this.start; i < this.end; i++) {
      const digit = text.charCodeAt(i)
      if (digit < ZERO || digit > NINE) return this.value()
      number = 10 * number + digit - ZERO
    }
    return number
  }

  #readPlain(): void {
    const { text } = this.#source
    this.start = this.#at
    while (this.#at < this.#lineEnd) {
      const character = text.charCodeAt(this.#at)
      if (character === this.#separator || (this.#separator === SPACE && character < SPACE)) break
      this.#at++
    }
    this.end = this.#at
    while (this.end > this.start && text.charCodeAt(this.end - 1) <= SPACE) this.end--
  }

  #readQuoted(): void {
    const { text } = this.#source
    this.start = this.#at + 1
    this.end = text.indexOf('"', this.start)
    while (this.end >= 0 && text.charCodeAt(this.end + 1) === QUOTE)
      this.end = text.indexOf('"', this.end + 2)
    if (this.end < 0 || this.end >= this.#lineEnd)
      failAt(this.#source, this.#at, 'expected a closing quotation mark on the same line')
    this.#at = this.end + 1
  }

  #skipBlanks(): void {
    while (this.#at < this.#lineEnd && this.#source.text.charCodeAt(this.#at) <= SPACE) this.#at++
  }
}
