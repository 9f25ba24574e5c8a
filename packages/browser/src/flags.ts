/** Nothing listens on the discard port of this machine: each request ends here. */
const DEAD_PROXY = 'http://127.0.0.1:9'

/**
 * Command line of a browser that reaches neither the network nor other programs, and that renders the
 * same on every machine.
 *
 * A dead proxy together with a resolver that knows no name stopped all of 15 kinds of request that
 * request interception alone let pass in part (prefetch, WebSocket). `<-loopback>` takes away the
 * exception that browsers make for this machine.
 */
export const FLAGS: readonly string[] = [
  `--proxy-server=${DEAD_PROXY}`,
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--no-default-browser-check',
  '--no-first-run',
  '--disable-extensions',
  '--disable-gpu',
  '--mute-audio',
  '--lang=zh-CN',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
  '--disable-lcd-text',
]

/** As root no sandbox of Chromium's works. */
export function sandboxFlags(sandbox: boolean): readonly string[] {
  return sandbox ? [] : ['--no-sandbox', '--disable-setuid-sandbox']
}
