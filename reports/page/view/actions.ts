import { button, element } from './dom.ts'

interface Actions {
  /** The address that shows the same. */
  link(): string
  /** The execution as a file. */
  record(): readonly Uint8Array[]
  fileName(): string
}

/** What the reader can take along. */
export function actionBar({ link, record, fileName }: Actions): HTMLElement {
  const download = (): void => {
    const url = URL.createObjectURL(new Blob([...record()] as BlobPart[], { type: 'application/jsonl' }))
    element('a', { href: url, download: fileName() }).click()
    URL.revokeObjectURL(url)
  }
  return element(
    'div',
    { class: 'actions' },
    copying('Copy link', link),
    button('Download execution', download, 'Download execution, which admissible verify checks'),
  )
}

function copying(label: string, text: () => string): HTMLButtonElement {
  const made = button(label, async () => {
    const copied = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    )
    made.textContent = copied ? 'Copied' : 'Could not copy'
    setTimeout(() => {
      made.textContent = label
    }, 1500)
  })
  return made
}
