import { dirname, join } from 'node:path'
import { type Comment, parseSync } from 'oxc-parser'

/** What a file takes from another, or gives on from it. */
interface Link {
  /** As it is written: './row.ts', 'node:fs'. */
  readonly specifier: string
  /** The path of the file, if it is one of the project's. */
  readonly target: string | null
  /** Under their names there; '*' stands for all. */
  readonly names: readonly { readonly name: string; readonly as: string }[]
  /** Whether it is gone once the types are. */
  readonly typeOnly: boolean
  readonly kind: 'import' | 'export'
}

/** What a file declares and exports. */
interface Declaration {
  readonly name: string
  /** Whether a doc comment stands before it. */
  readonly documented: boolean
}

/** What the rules ask of a file. */
export interface Source {
  readonly path: string
  readonly lines: number
  readonly links: readonly Link[]
  readonly declarations: readonly Declaration[]
  /** Functions, by name, with their lines. */
  readonly functions: readonly { readonly name: string; readonly lines: number }[]
  /** The names that the code speaks of, other than members; `Math.random` for a member of a name. */
  readonly names: ReadonlySet<string>
}

/** A node of a syntax tree (ESTree). */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/** Reads a file of TypeScript. */
export function parseSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const links: Link[] = []
  const functions: { name: string; lines: number }[] = []
  const names = new Set<string>()
  const linked = new Set<Node>()
  const link = (specifier: string, taken: Link['names'], typeOnly: boolean, kind: Link['kind'] = 'import') =>
    links.push({ specifier, target: targetOf(path, specifier), names: taken, typeOnly, kind })
  walk(program as unknown as Node, (node, parent, key) => {
    if (/^(Import|Export).*Declaration$/.test(node.type) && node.source) {
      const { names: taken, typeOnly } = takenBy(node)
      link(textIn(node.source), taken, typeOnly, node.type.startsWith('Import') ? 'import' : 'export')
    } else if (node.type === 'VariableDeclarator' && importedBy(node.init) && isPattern(node.id)) {
      linked.add(importedBy(node.init)!)
      link(textIn(importedBy(node.init)!.source), keysOf(node.id as Node), false)
    } else if (node.type === 'ImportExpression' && !linked.has(node)) link(textIn(node.source), all, false)
    else if (node.type === 'TSImportType') link(textIn(node.source), all, true)
    if (isFunction(node))
      functions.push({ name: nameOf(node, parent), lines: linesIn(text.slice(node.start, node.end)) })
    if (node.type === 'Identifier' && !isKey(parent, key)) names.add(node.name as string)
    if (node.type === 'MemberExpression' && !node.computed)
      names.add(text.slice(node.start, node.end).replace(/\s/g, ''))
  })
  const declarations = (program.body as unknown as Node[]).flatMap((node) => declared(node, text, comments))
  return { path, lines: linesIn(text.trimEnd()), links, declarations, functions, names }
}

const all = [{ name: '*', as: '*' }]

const linesIn = (text: string): number => text.split('\n').length

const textIn = (literal: unknown): string => String((literal as { value?: unknown } | null)?.value ?? '')

function targetOf(path: string, specifier: string): string | null {
  return specifier.startsWith('.') ? join(dirname(path), specifier).replace(/\.js$/, '.ts') : null
}

/** What an import or export declaration names, and whether all of it is types. */
function takenBy(node: Node): Pick<Link, 'names' | 'typeOnly'> {
  const whole = node.importKind === 'type' || node.exportKind === 'type'
  const textOf = (part: unknown) => (part as { name?: string } | null)?.name ?? textIn(part)
  if (node.type === 'ExportAllDeclaration')
    return { names: [{ name: '*', as: node.exported ? textOf(node.exported) : '*' }], typeOnly: whole }
  const parts = node.specifiers as readonly Node[]
  const names = parts.map((part) => {
    if (part.type === 'ImportNamespaceSpecifier') return { name: '*', as: textOf(part.local) }
    if (part.type === 'ImportDefaultSpecifier') return { name: 'default', as: textOf(part.local) }
    if (part.type === 'ExportSpecifier') return { name: textOf(part.local), as: textOf(part.exported) }
    return { name: textOf(part.imported), as: textOf(part.local) }
  })
  const isType = (part: Node) => part.importKind === 'type' || part.exportKind === 'type'
  return { names, typeOnly: whole || (parts.length > 0 && parts.every(isType)) }
}

/** The `import(…)` that an expression waits for. */
function importedBy(init: unknown): Node | null {
  const node = init as Node | null
  if (node?.type === 'AwaitExpression') return importedBy(node.argument)
  return node?.type === 'ImportExpression' ? node : null
}

const isPattern = (id: unknown): boolean => (id as Node).type === 'ObjectPattern'

const keysOf = ({ properties }: Node): Link['names'] =>
  (properties as readonly Node[]).map(({ key }) => {
    const { name } = key as { name: string }
    return { name, as: name }
  })

const isFunction = ({ type, body }: Node): boolean =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type) && body !== null

function nameOf(node: Node, parent: Node | null): string {
  const named = (node.id ?? parent?.key ?? (parent?.type === 'VariableDeclarator' ? parent.id : null)) as {
    name?: string
  } | null
  const [title] = (parent?.arguments ?? []) as { value?: unknown }[]
  return named?.name ?? (typeof title?.value === 'string' ? title.value : 'a function without a name')
}

/** Whether a node is the name of a member, not of a thing. */
function isKey(parent: Node | null, key: string): boolean {
  if (parent === null || parent.computed === true) return false
  return (
    (parent.type === 'MemberExpression' && key === 'property') ||
    (key === 'key' && parent.shorthand !== true) ||
    parent.type === 'ImportSpecifier' ||
    parent.type === 'ExportSpecifier' ||
    parent.type === 'TSQualifiedName'
  )
}

/** What a statement at the top declares and exports. */
function declared(node: Node, text: string, comments: readonly Comment[]): Declaration[] {
  const documented = comments.some(
    ({ type, value, end }) =>
      type === 'Block' &&
      value.startsWith('*') &&
      text.slice(end, node.start).trim() === '' &&
      end <= node.start,
  )
  if (node.type === 'ExportDefaultDeclaration') return [{ name: 'default', documented }]
  if (node.type !== 'ExportNamedDeclaration' || node.source) return []
  const declaration = node.declaration as Node | null
  if (declaration === null) return takenBy(node).names.map(({ as }) => ({ name: as, documented: true }))
  const declarators = (declaration.declarations as readonly Node[] | undefined) ?? [declaration]
  return declarators.map(({ id }) => ({ name: (id as { name: string }).name, documented }))
}

function walk(
  node: Node,
  visit: (node: Node, parent: Node | null, key: string) => void,
  parent: Node | null = null,
  at = '',
): void {
  visit(node, parent, at)
  for (const [key, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof (child as Node | null)?.type === 'string') walk(child as Node, visit, node, key)
}
