import { html, type Markup } from '../markup.ts'

/** A command, which breaks between its words and not at their hyphens; `row` is that of the run that it runs again. */
export function commandLine(command: string, row: number | null = null): Markup {
  return html`<code${row === null ? null : html` data-row="${row}"`}>${command.split(' ').map((word, i) => html`${i === 0 ? '' : ' '}<span>${word}</span>`)}</code>`
}
