// Node has it, but its types leave it to those of the browser.
declare namespace WebAssembly {
  function instantiate(
    module: Uint8Array,
  ): Promise<{ readonly instance: { readonly exports: unknown } }>
}
