/** Opens what a link leads to, and all that paper shows: what is folded cannot be seen otherwise. */
export function followFolds(): void {
  openTarget()
  addEventListener('hashchange', openTarget)
  // The same link may be followed again after its target was folded.
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[href^="#"]') !== null) setTimeout(openTarget)
  })
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
}

function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target === null) return
  const inside = target.querySelector<HTMLDetailsElement>(':scope > details')
  if (inside !== null) inside.open = true
  for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement!.closest('details'))
    fold.open = true
  target.scrollIntoView()
}
