/** Waits until the page has its faces, and shows it; what only stands in margins is not loaded by itself. */
export async function awaitFaces(): Promise<void> {
  await Promise.all([...document.fonts].map((face) => face.load()))
  await document.fonts.ready
  document.body.hidden = false
}
