import type { Rule, Violation } from './project.ts'

/** No file imports itself, by whatever detour. */
export const circles: Rule = (project) => {
  const found: Violation[] = []
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) {
      const circle = [...way.slice(at), path]
      const [subject] = circle.toSorted()
      found.push({ subject: subject!, problem: `imports itself: ${circle.join(' → ')}` })
      return
    }
    if (done.has(path)) return
    for (const { target } of project.get(path)?.links ?? [])
      if (target !== null) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of project.keys()) visit(path, [])
  return found
}
