import { html, type Markup } from '../markup.ts'

/** A part of the page with a heading and an anchor; left out where there is nothing to say. */
export interface Section {
  /** The anchor; links to it stay good, so it does not change. */
  readonly id: string
  readonly title: string
  readonly body: Markup | null
  /** Whether the reader sees it at once, or opens it by its heading. */
  readonly isOpen?: true
}

/** Sections one after the other, without those that are empty. */
export function sectionsOf(sections: readonly Section[]): Markup {
  return html`${filled(sections).map(
    ({ id, title, body, isOpen }) =>
      html`<section id="${id}" aria-labelledby="${id}-title">${
        isOpen
          ? html`<h2 id="${id}-title"><a class="anchor" href="#${id}">${title}</a></h2>
${body}`
          : html`<details><summary><h2 id="${id}-title">${title}</h2></summary>
${body}</details>`
      }</section>
`,
  )}`
}

/** Links to all that are not empty. */
export function contentsOf(sections: readonly Section[]): Markup {
  return html`<nav class="contents" aria-label="Contents"><ol>${filled(sections).map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ol></nav>`
}

const filled = (sections: readonly Section[]): Section[] => sections.filter(({ body }) => body !== null)
