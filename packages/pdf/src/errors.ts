/** A printed PDF that cannot be finished as asked. */
export class PdfError extends Error {
  override readonly name = 'PdfError'
  /** Name of the broken rule. */
  readonly rule: string

  constructor(rule: string, message: string, hint?: string) {
    super(hint === undefined ? `${rule}: ${message}` : `${rule}: ${message}\n  hint: ${hint}`)
    this.rule = rule
  }
}
