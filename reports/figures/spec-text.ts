import type { TopLevelSpec } from 'vega-lite'

/** A specification as the text of a .vl.json file: indented, but each datum on one line. */
export function specText(spec: TopLevelSpec): string {
  // In JSON line breaks are only ever layout, so an object without others in it can be joined to one line.
  const joined = JSON.stringify(spec, null, 1).replace(/\{\n\s+([^{}[\]]*)\n\s*\}/g, (_, inner: string) => {
    return `{ ${inner.replace(/\n\s+/g, ' ')} }`
  })
  return `${joined}\n`
}
