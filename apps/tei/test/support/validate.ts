import { readFileSync } from 'node:fs'
import { RelaxNGValidator, XmlDocument, XmlValidateError } from 'libxml2-wasm'

/** Checks documents against tei_all, the schema of all of TEI P5. Reading it takes seconds, so that is done once. */
export function teiValidator(): (xml: string) => readonly string[] {
  const schema = new URL('../fixtures/tei_all.rng', import.meta.url)
  const validator = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)))
  return (xml) => {
    const document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error
      return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`)
    } finally {
      document.dispose()
    }
  }
}
