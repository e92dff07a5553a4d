/** Passes on what is new, and what was said before only every half a minute. */
export function quietly(notify: (text: string) => void): (text: string) => void {
  const said = new Map<string, number>()
  return (text) => {
    const now = performance.now()
    if (now - (said.get(text) ?? Number.NEGATIVE_INFINITY) < 30_000) return
    said.set(text, now)
    notify(text)
  }
}
