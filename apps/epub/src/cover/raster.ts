/** A picture of few colours: an index into the palette for each pixel. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly palette: readonly Colour[]
}

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number]

/** A closed line through points in pixels, y downwards. */
export type Polygon = readonly (readonly [number, number])[]

/** How finely the edge of a shape blends into its ground. */
const STEPS = 16
const LARGEST_PALETTE = 256

/** A blank picture that shapes are painted on, one over the other. */
export function canvas(width: number, height: number, ground: Colour) {
  const pixels = new Uint8Array(width * height)
  const palette: Colour[] = [ground]
  const indices = new Map<string, number>([[ground.join(), 0]])

  const indexOf = (colour: Colour): number => {
    const key = colour.join()
    const known = indices.get(key)
    if (known !== undefined) return known
    if (palette.length === LARGEST_PALETTE) throw new Error('more than 256 colours in a picture')
    palette.push(colour)
    indices.set(key, palette.length - 1)
    return palette.length - 1
  }

  const blend = (under: number, ink: Colour, step: number): number => {
    const [r, g, b] = palette[under] ?? ground
    const mix = (from: number, to: number) => Math.round(from + ((to - from) * step) / STEPS)
    return indexOf([mix(r, ink[0]), mix(g, ink[1]), mix(b, ink[2])])
  }

  return {
    /** Fills what the polygons enclose; those wound the other way cut holes. */
    fill(polygons: readonly Polygon[], ink: Colour): void {
      const points = polygons.flat()
      if (points.length === 0) return
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
      const x0 = clamp(Math.floor(Math.min(...points.map((p) => p[0]))), width)
      const x1 = clamp(Math.ceil(Math.max(...points.map((p) => p[0]))), width)
      const y0 = clamp(Math.floor(Math.min(...points.map((p) => p[1]))), height)
      const y1 = clamp(Math.ceil(Math.max(...points.map((p) => p[1]))), height)
      if (x1 <= x0 || y1 <= y0) return
      const steps = coverage(polygons, x0, y0, x1 - x0, y1 - y0)
      const blended = new Int16Array(LARGEST_PALETTE * (STEPS + 1)).fill(-1)
      for (let y = y0; y < y1; y += 1)
        for (let x = x0; x < x1; x += 1) {
          const step = steps[(y - y0) * (x1 - x0) + x - x0] ?? 0
          if (step === 0) continue
          const at = y * width + x
          const under = pixels[at] ?? 0
          const key = under * (STEPS + 1) + step
          if (blended[key] === -1) blended[key] = blend(under, ink, step)
          pixels[at] = blended[key] ?? 0
        }
    },
    /** Fills whole pixels. */
    rectangle(x: number, y: number, wide: number, high: number, ink: Colour): void {
      const index = indexOf(ink)
      for (let row = Math.max(0, y); row < Math.min(height, y + high); row += 1)
        pixels.fill(index, row * width + Math.max(0, x), row * width + Math.min(width, x + wide))
    },
    picture: (): Picture => ({ width, height, pixels, palette }),
  }
}

/**
 * How much of each pixel of a box the polygons cover, in steps, by exact signed areas: each edge adds
 * its area to the pixels it crosses, and a running sum along the row fills what lies to its right.
 */
function coverage(
  polygons: readonly Polygon[],
  left: number,
  top: number,
  width: number,
  height: number,
): Uint8Array {
  // One column more on the right takes what an edge on the border leaves behind.
  const stride = width + 2
  const area = new Float32Array(stride * height)
  for (const polygon of polygons)
    for (const [i, [ax, ay]] of polygon.entries()) {
      const [bx, by] = polygon[(i + 1) % polygon.length] ?? [ax, ay]
      edge(area, stride, width, height, ax - left, ay - top, bx - left, by - top)
    }
  const cover = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += area[y * stride + x] ?? 0
      cover[y * width + x] = Math.round(Math.min(1, Math.abs(sum)) * STEPS)
    }
  }
  return cover
}

function edge(
  area: Float32Array,
  stride: number,
  width: number,
  height: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  if (ay === by) return
  const sign = ay < by ? 1 : -1
  const [tx, ty, ex, ey] = ay < by ? [ax, ay, bx, by] : [bx, by, ax, ay]
  const slope = (ex - tx) / (ey - ty)
  for (let y = Math.max(0, Math.floor(ty)); y < Math.min(height, Math.ceil(ey)); y += 1) {
    const from = Math.max(y, ty)
    const to = Math.min(y + 1, ey)
    if (to <= from) continue
    const xs = [tx + (from - ty) * slope, tx + (to - ty) * slope].map((x) =>
      Math.min(Math.max(x, 0), width),
    )
    span(area, y * stride, sign * (to - from), Math.min(...xs), Math.max(...xs))
  }
}

/** Shares the area of one edge within one row among the pixels between its ends. */
function span(area: Float32Array, row: number, rise: number, x0: number, x1: number): void {
  const add = (x: number, value: number) => {
    area[row + x] = (area[row + x] ?? 0) + value
  }
  let filled = 0
  for (let x = Math.floor(x0); x < Math.max(Math.ceil(x1), Math.floor(x0) + 1); x += 1) {
    const from = Math.max(x, x0)
    const to = Math.min(x + 1, x1)
    const part = x1 > x0 ? (to - from) / (x1 - x0) : 1
    // Right of the middle of its piece of edge a pixel is inside.
    const inside = rise * part * (1 - ((from + to) / 2 - x))
    add(x, inside + filled)
    filled = rise * part - inside
  }
  add(Math.max(Math.ceil(x1), Math.floor(x0) + 1), filled)
}
