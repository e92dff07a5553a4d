import { type DotToken, dotTokens } from './dot-tokens.ts'
import { NodeList } from './node-list.ts'
import type { RawNetwork } from './raw-network.ts'
import { failAt, quoted, type Source } from './source.ts'

/** What an end of an edge stands for: a node, or all nodes of a subgraph. */
type Nodes = ReadonlySet<string>

/** A subgraph that is being read, and the chain of edges that it is a part of. */
interface Level {
  readonly nodes: Set<string>
  /** The ends of the chain before this subgraph; null if there was none. */
  readonly before: Nodes | null
}

/** Reads DOT statement by statement; subgraphs may be nested to any depth. */
export class DotReader {
  readonly #source: Source
  readonly #tokens: Iterator<DotToken, never>
  readonly #nodes: NodeList
  /** The node names of named subgraphs, which may be mentioned again. */
  readonly #named = new Map<string, Set<string>>()
  #token: DotToken

  constructor(source: Source) {
    this.#source = source
    this.#tokens = dotTokens(source)
    this.#nodes = new NodeList(source)
    this.#token = this.#tokens.next().value
  }

  network(): RawNetwork {
    this.#takeWord('strict')
    this.#nodes.directed = this.#takeWord('digraph')
    if (!this.#nodes.directed && !this.#takeWord('graph')) this.#expected('“graph” or “digraph”')
    if (this.#token.kind === 'id') this.#id()
    this.#need('{')
    this.#statements()
    if (this.#token.kind !== 'end') {
      if (/^(strict|graph|digraph)$/i.test(this.#token.text)) this.#expected('one graph', 'a second')
      this.#expected('the end of the file')
    }
    return this.#nodes.network()
  }

  #statements(): void {
    const levels: Level[] = [{ nodes: new Set(), before: null }]
    while (levels.length > 0) {
      const level = levels.at(-1)!
      if (this.#take('}')) {
        levels.pop()
        const outer = levels.at(-1)
        if (outer !== undefined) this.#closeEnd(outer, level.nodes, level.before, levels)
      } else if (this.#take(';') || this.#take(',')) continue
      else this.#statement(level, levels)
    }
  }

  #statement(level: Level, levels: Level[]): void {
    if (this.#opensSubgraph()) levels.push(this.#openSubgraph(null))
    else if (this.#takeWord('node') || this.#takeWord('edge') || this.#takeWord('graph')) this.#attributes()
    else {
      const id = this.#id()
      if (this.#take('=')) this.#id()
      else this.#closeEnd(level, this.#nodeNamed(id), null, levels)
    }
  }

  /** After an end of an edge: joins it to the end before, and goes on with what follows it in the chain. */
  #closeEnd(level: Level, end: Nodes, before: Nodes | null, levels: Level[]): void {
    let [last, earlier] = [end, before]
    for (;;) {
      for (const node of last) level.nodes.add(node)
      for (const u of earlier ?? []) for (const v of last) this.#nodes.join(u, v)
      if (!this.#take('--') && !this.#take('->')) return this.#attributes()
      earlier = last
      if (this.#opensSubgraph()) {
        levels.push(this.#openSubgraph(earlier))
        return
      }
      last = this.#nodeNamed(this.#id())
    }
  }

  #opensSubgraph(): boolean {
    return (
      this.#is('{') || (this.#token.kind === 'id' && this.#token.word && /^subgraph$/i.test(this.#token.text))
    )
  }

  #openSubgraph(before: Nodes | null): Level {
    const named = this.#takeWord('subgraph') && this.#token.kind === 'id' ? this.#id() : null
    const known = named === null ? undefined : this.#named.get(named)
    const nodes = known ?? new Set<string>()
    if (named !== null) this.#named.set(named, nodes)
    this.#need('{')
    return { nodes, before }
  }

  /** A node, of which a port and a point of the compass may be named. */
  #nodeNamed(id: string): Nodes {
    for (let ports = 0; ports < 2 && this.#take(':'); ports++) this.#id()
    this.#nodes.meet(id, this.#token.offset)
    return new Set([id])
  }

  #attributes(): void {
    while (this.#take('[')) {
      while (!this.#take(']')) {
        if (this.#take(';') || this.#take(',')) continue
        this.#id()
        if (this.#take('=')) this.#id()
      }
    }
  }

  /** An id; strings may be joined by +. */
  #id(): string {
    const { text, kind } = this.#token
    if (kind !== 'id') return this.#expected('a name')
    this.#next()
    return this.#take('+') ? text + this.#id() : text
  }

  #is(sign: string): boolean {
    return this.#token.kind === 'sign' && this.#token.text === sign
  }

  #take(sign: string): boolean {
    const taken = this.#is(sign)
    if (taken) this.#next()
    return taken
  }

  #takeWord(keyword: string): boolean {
    const { kind, text } = this.#token
    const taken = kind === 'id' && this.#token.word && text.toLowerCase() === keyword
    if (taken) this.#next()
    return taken
  }

  #need(sign: string): void {
    if (!this.#take(sign)) this.#expected(quoted(sign))
  }

  #next(): void {
    this.#token = this.#tokens.next().value
  }

  #expected(
    what: string,
    found = this.#token.kind === 'end' ? this.#token.text : quoted(this.#token.text),
  ): never {
    return failAt(this.#source, this.#token.offset, `expected ${what}, found ${found}`)
  }
}
