import { button } from '../../page/view/dom.ts'

/** A button that copies a text, and says so. */
export function copyButton(what: string, text: () => string): HTMLButtonElement {
  const label = `Copy ${what}`
  const made = button(label, async () => {
    const done = await copy(text())
    made.textContent = done ? 'Copied' : 'Select the text and copy it by hand'
    setTimeout(() => {
      made.textContent = label
    }, 2000)
  })
  made.setAttribute('aria-live', 'polite')
  made.className = 'copy'
  return made
}

/** Some browsers give a page from disk no clipboard. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
