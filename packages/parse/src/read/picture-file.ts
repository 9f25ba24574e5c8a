const FORM = /\.[a-z\d]{2,4}$/iu
/** Forms that a browser shows. */
const SHOWN = /\.(?:png|jpe?g|webp|gif|bmp)$/iu

/**
 * The file of `witnesses/` that holds the picture of a page: where the file of the page says, or of the same name in
 * another form or folder, as archives move their files; first what a browser shows.
 *
 * `D:\\scans\\0007.tif` → `pages/0007.png`
 *
 * @param file that names it, by its path in `witnesses/`.
 * @param image as the file has it: a name, a path of another machine, or an address.
 * @param present the files of `witnesses/`, by their paths there.
 * @returns undefined for an address, and where there is none.
 */
export function pictureFile(
  file: string,
  image: string,
  present: readonly string[],
): string | undefined {
  if (isAddress(image)) return undefined
  const path = image.replaceAll('\\', '/').replace(/^(?:file:\/+|\.\/)/iu, '')
  const folder = file.slice(0, file.lastIndexOf('/') + 1)
  const stem = nameOf(path).replace(FORM, '')
  const named = [folder + path, path, folder + nameOf(path)].filter((one) => present.includes(one))
  const alike = present.filter((one) => SHOWN.test(one) && nameOf(one).replace(FORM, '') === stem)
  return [...named.filter((one) => SHOWN.test(one)), ...alike, ...named][0]
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether a picture lies at an address of the web, which is kept as text and never fetched. */
export const isAddress = (image: string): boolean => /^https?:\/\//iu.test(image)
