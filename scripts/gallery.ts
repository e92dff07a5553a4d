import { existsSync, readFileSync } from 'node:fs'
import { chartKinds } from '../reports/index.ts'

/** One figure of the gallery: a kind of chart, and the module of the experiment that it is drawn from. */
export interface Exhibit {
  readonly kind: string
  readonly summary: string
  /** Its path from the root of the repository. */
  readonly module: string
  readonly code: string
  /** Where its figure lies, seen from the page. */
  readonly image: string
}

/** What is said of a figure once it is drawn. */
export interface Drawn {
  readonly caption: string
  readonly description: string
}

export const page = 'docs/gallery.md'

/** One exhibit for each kind of chart that has a module, in the order of reports. */
export function exhibits(): Exhibit[] {
  return chartKinds.entries.flatMap(({ name: kind, summary }) => {
    const module = `docs/gallery/${kind}.ts`
    if (!existsSync(module)) return []
    return [
      { kind, summary, module, code: readFileSync(module, 'utf8'), image: `images/gallery/${kind}.svg` },
    ]
  })
}

/** What to type to run an exhibit and draw its figure. */
export const commandOf = ({ module }: Exhibit): string => `admissible run ${module}`

/** The page, with what is said of each figure. */
export function galleryPage(all: readonly (readonly [Exhibit, Drawn])[]): string {
  return [
    introduction,
    ...all.map(([exhibit, { caption, description }]) =>
      [
        `## \`${exhibit.kind}\``,
        `${sentence(exhibit.summary)}`,
        `![${escaped(description)}](${exhibit.image})`,
        `*${escaped(caption)}*`,
        `\`\`\`ts\n${exhibit.code}\`\`\``,
        `\`\`\`sh\n${commandOf(exhibit)}\n\`\`\``,
      ].join('\n\n'),
    ),
  ]
    .join('\n\n')
    .concat('\n')
}

const introduction = `# Gallery

One figure for each kind of chart, with the experiment that makes it and what to type. The line under a figure is its
caption as reports and papers get it. All parameters are in [the list of charts](results.md#charts); \`admissible list
charts\` prints them. The page is written by \`node dist/scripts/draw-gallery.js\`, which runs all of its experiments.`

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** Plain text as Markdown: nothing in it is a sign. */
const escaped = (text: string): string => text.replace(/[\\*_[\]<>`]/g, '\\$&')
