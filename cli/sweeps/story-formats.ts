import { InputError } from '../../engine/index.ts'

type Reports = typeof import('../../reports/index.ts')

/** What a recorded execution can be turned into. */
interface StoryFormat<S> {
  /** The most steps that it is good for. */
  readonly most: number
  render(story: S): Promise<string | Uint8Array>
}

/** How the stories of a kind of execution are shown. */
interface Shown<S> {
  /** Such as “an execution on shared memory”. */
  readonly what: string
  /** The most steps in a picture. */
  readonly most: number
  draw(reports: Reports, story: S): ReturnType<Reports['drawSharedExecution']>
  csv(reports: Reports, story: S): string
}

interface AnyStory {
  readonly algorithm: { readonly name: string; readonly title?: string }
}

/** The format of this name, which is also how its files end: svg, png, pdf or csv. Throws an InputError if there is none. */
export function storyFormat<S extends AnyStory>(
  { what, most, draw, csv }: Shown<S>,
  name: string,
): StoryFormat<S> {
  // The library that draws takes long to load, so that only what draws loads it.
  const reports = () => import('../../reports/index.ts')
  const subject = `${what[0]!.toUpperCase()}${what.slice(1)}`
  const formats: Readonly<Record<string, StoryFormat<S>>> = {
    svg: {
      most,
      async render(story) {
        const library = await reports()
        return library.standalone(draw(library, story))
      },
    },
    png: {
      most,
      async render(story) {
        const library = await reports()
        return library.drawPng(draw(library, story))
      },
    },
    pdf: {
      most,
      async render(story) {
        const library = await reports()
        const title = story.algorithm.title ?? story.algorithm.name
        return library.drawPdf(draw(library, story), 'px', { title, subject })
      },
    },
    csv: { most: 200_000, render: async (story) => csv(await reports(), story) },
  }
  const found = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (found !== undefined) return found
  throw new InputError(
    `--format is “${name}”; of ${what} it must be one of ${Object.keys(formats).join(', ')}`,
  )
}
