/** One line that changes, on stderr, if that is a terminal; else nothing. */
export class TerminalLine {
  readonly #terminal = process.stderr.isTTY === true

  protected put(text: () => string): void {
    if (this.#terminal) process.stderr.write(`\r\x1b[2K${text()}`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}
