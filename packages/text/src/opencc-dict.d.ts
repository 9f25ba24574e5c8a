/** The tables of OpenCC as opencc-js ships them: entries `from to` parted by `|`. */
declare module 'opencc-js/dict/*' {
  const entries: string
  export default entries
}
