import { separatorOf } from './separator.ts'
import { failAt, quoted, type Source } from './source.ts'

/** Character codes. */
const [TAB, SPACE, QUOTE, HASH, PERCENT, ZERO, NINE, BRACE] = [9, 32, 34, 35, 37, 48, 57, 123] as const
/** Whole numbers of at most so many digits are exact. */
const DIGITS = 15

/**
 * Reads a table line by line and field by field without copying the text. Blank lines and lines that begin with # or
 * % are passed over. Fields are separated as `separatorOf` finds; they may stand in quotation marks, which are doubled
 * within.
 */
export class Table {
  /** Where the current field is in the text. */
  start = 0
  end = 0
  /** Whether the row ends with a separator, so that an empty field follows the last that was read. */
  endsOpen = false
  readonly separator: number
  readonly #source: Source
  #nextLine = 0
  #at = 0
  #lineEnd = 0
  /** A piece of a table that is not the first has its separator from the first. */
  constructor(source: Source, separator?: number) {
    this.#source = source
    this.separator = separator ?? separatorOf(source)
  }

  /** Moves on to the next row; false at the end of the text. */
  nextRow(): boolean {
    const { text } = this.#source
    while (this.#nextLine < text.length) {
      const newline = text.indexOf('\n', this.#nextLine)
      this.#lineEnd = newline < 0 ? text.length : newline
      this.#at = this.#nextLine
      this.#nextLine = this.#lineEnd + 1
      this.endsOpen = false
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
    if (this.#at >= this.#lineEnd || this.separator === SPACE) return true
    if (text.charCodeAt(this.#at) !== this.separator)
      failAt(
        this.#source,
        this.#at,
        `expected ${quoted(String.fromCharCode(this.separator))} after the quotation mark`,
      )
    this.#at++
    this.#skipBlanks()
    this.endsOpen = this.#at >= this.#lineEnd
    return true
  }

  /** Where what is left of the row begins. */
  get offset(): number {
    return this.#at
  }

  /** What is left of the row. */
  get rest(): string {
    return this.#source.text.slice(this.#at, this.#lineEnd)
  }

  /** Whether nothing is left of the row. */
  get atEnd(): boolean {
    return this.#at >= this.#lineEnd
  }

  /** Whether what is left of the row are attributes in braces. */
  get atBrace(): boolean {
    return this.#at < this.#lineEnd && this.#source.text.charCodeAt(this.#at) === BRACE
  }

  /**
   * Passes over what is left of the row; the number of its fields, of which an empty one may follow a separator at the
   * end of the line. Attributes in braces, as NetworkX writes them, are one field.
   */
  skipRest(): number {
    if (this.#at >= this.#lineEnd) return this.endsOpen ? 1 : 0
    if (this.atBrace) return 1
    let fields = 0
    while (this.nextField()) fields++
    return this.endsOpen ? fields + 1 : fields
  }

  /**
   * Moves on to the next field if it is a whole number that ends where the separator or the line does, and returns
   * it; else returns −1 and stays. This is what millions of lines of numbers are read by.
   */
  nextNumber(): number {
    const { text } = this.#source
    const begin = this.#at
    let number = 0
    let at = begin
    for (; at < this.#lineEnd; at++) {
      const digit = text.charCodeAt(at) - ZERO
      if (digit < 0 || digit > 9) break
      number = 10 * number + digit
    }
    if (!writtenAsUsual(text, begin, at - begin)) return -1
    const end = at
    if (at < this.#lineEnd) {
      const character = text.charCodeAt(at++)
      if (this.separator === SPACE ? character > SPACE : character !== this.separator) return -1
    }
    this.start = begin
    this.end = end
    this.#at = at
    this.#skipBlanks()
    this.endsOpen = this.separator !== SPACE && at > end && this.#at >= this.#lineEnd
    return number
  }

  /** The current field. */
  value(): string {
    return this.#source.text.slice(this.start, this.end).replaceAll('""', '"')
  }

  /** The current field, as a number if it is a whole one, written as usual. */
  name(): number | string {
    const { text } = this.#source
    if (!writtenAsUsual(text, this.start, this.end - this.start)) return this.value()
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
      if (character === this.separator || (this.separator === SPACE && character < SPACE)) break
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
    const { text } = this.#source
    for (; this.#at < this.#lineEnd; this.#at++) {
      const character = text.charCodeAt(this.#at)
      if (character > SPACE || (character === TAB && this.separator === TAB)) return
    }
  }
}

/** Whether digits are those of an exact number without leading zeros. */
function writtenAsUsual(text: string, start: number, length: number): boolean {
  return length > 0 && length <= DIGITS && (length === 1 || text.charCodeAt(start) !== ZERO)
}
