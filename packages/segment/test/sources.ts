import * as model from '@huijiao/model'

/** A source in UTF-8, its file named after the siglum. */
export function sourceOf(siglum: string, text: string, file = `${siglum}.txt`): model.Source {
  return model.sourceOf(text, { file, siglum, sha256: '', encoding: 'utf-8' })
}

/** A source from bytes in UTF-8. */
export function readSource(file: string, siglum: string, bytes: Uint8Array): model.Source {
  return sourceOf(siglum, new TextDecoder().decode(bytes), file)
}
