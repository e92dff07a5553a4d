import { Markup } from '../../markup.ts'

/** Data as an element of the page that a script reads. No text in it can end the element or begin a comment. */
export function embed(id: string, data: unknown): Markup {
  const json = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Markup(`<script type="application/json" id="${id}">${json}</script>`)
}
