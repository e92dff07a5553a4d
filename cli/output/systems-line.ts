import { TerminalLine } from './terminal-line.ts'

/** Shows how many systems of a map are done. */
export class SystemsLine extends TerminalLine {
  show(done: number, all: number): void {
    this.put(() => `${done} of ${all} systems`)
  }
}
