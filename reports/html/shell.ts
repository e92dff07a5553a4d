import { createHash } from 'node:crypto'
import { fontFaceRule } from '../fonts/fonts.ts'
import { html, Markup } from '../markup.ts'

interface Shell {
  readonly title: string
  readonly style: string
  readonly body: Markup
  /** What makes the page interactive, in the order in which it is to run. */
  readonly scripts: readonly string[]
}

/** A page that needs no other file and no network. */
export function shell({ title, style, body, scripts }: Shell): string {
  const fonts = (['regular', 'semibold', 'italic'] as const).map(fontFaceRule).join('')
  return `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${policy(scripts)}<title>${title}</title><style>${new Markup(fonts + style)}</style></head>
<body>${body}
${scripts.map(
  (script) => html`<script>${new Markup(script)}</script>
`,
)}</body></html>`.text
  }\n`
}

/**
 * Nothing is loaded from anywhere, and no script runs but these, whatever a user's text contains. Drawings and what the
 * scripts draw have styles of their own.
 */
function policy(scripts: readonly string[]): Markup {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  const rules = [
    "default-src 'none'",
    `script-src ${hashes.length === 0 ? "'none'" : hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  return html`<meta http-equiv="Content-Security-Policy" content="${rules.join(';')}">`
}
