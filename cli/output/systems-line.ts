/** Shows how many systems of a map are done, on stderr: one line that changes, on a terminal; else nothing. */
export class SystemsLine {
  readonly #terminal = process.stderr.isTTY === true

  show(done: number, all: number): void {
    if (this.#terminal) process.stderr.write(`\r\x1b[2K${done} of ${all} systems`)
  }

  /** Takes the line away. */
  end(): void {
    if (this.#terminal) process.stderr.write('\r\x1b[2K')
  }
}
