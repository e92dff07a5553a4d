/** Inks of the light page. */
const light =
  'color-scheme:light;--ink:#1a1a1a;--muted:#5c5c5c;--paper:#fff;--line:#ddd;--shade:#f6f5f2;--good:#00694d;--bad:#b00020;--link:#005a8c'

/** The same roles on dark paper. */
const dark =
  'color-scheme:dark;--ink:#e8e6e3;--muted:#a8a5a0;--paper:#181818;--line:#3a3a3a;--shade:#212121;--good:#4cc9a0;--bad:#ff7a85;--link:#7cc0ee'

/** Rules that hold on a dark screen: by the system's wish or by the reader's; on paper never. */
export function onDark(rules: readonly (readonly [selector: string, declarations: string])[]): string {
  const under = (root: string) =>
    rules.map(([selector, text]) => `${`${root} ${selector}`.trim()}{${text}}`).join('\n')
  return `@media screen{${under(':root[data-scheme=dark]')}}
@media screen and (prefers-color-scheme:dark){${under(':root:not([data-scheme=light])')}}
`
}

export const scheme = `
:root{${light}}
${onDark([['', dark]])}`
