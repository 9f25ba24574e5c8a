import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that remembers every path that was asked of it, connections without request too. */
export async function canary() {
  const hits: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.end('ok')
  })
  server.on('connection', () => {
    connections += 1
  })
  server.on('upgrade', (request, socket) => {
    hits.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `127.0.0.1:${port}`,
    hits,
    connections: () => connections,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** A page that tries to reach a server in every way that needs no click. */
export function hostilePage(origin: string): string {
  const u = (name: string) => `http://${origin}/${name}`
  return `<!doctype html><html manifest="${u('manifest')}"><head>
<link rel="dns-prefetch" href="//${origin}"><link rel="preconnect" href="${u('')}">
<link rel="prefetch" href="${u('prefetch')}"><link rel="preload" as="image" href="${u('preload')}">
<link rel="prerender" href="${u('prerender')}"><link rel="icon" href="${u('icon')}">
<link rel="stylesheet" href="${u('stylesheet')}">
<style>@import "${u('import')}";@font-face{font-family:x;src:url(${u('font')})}
body{font-family:x;background:url(${u('background')})}p::after{content:url(${u('content')})}
@media print{p{background:url(${u('print-background')})}}</style>
<script src="${u('script')}"></script></head><body><p>text</p>
<img src="${u('img')}"><img srcset="${u('srcset')} 2x"><iframe src="${u('iframe')}"></iframe>
<object data="${u('object')}"></object><embed src="${u('embed')}">
<video src="${u('video')}" poster="${u('poster')}" autoplay></video><audio src="${u('audio')}" autoplay></audio>
<svg><image href="${u('svg-image')}"/><use href="${u('svg-use')}#a"/></svg>
<script>
fetch('${u('fetch')}').catch(()=>{});navigator.sendBeacon('${u('beacon')}');new Image().src='${u('js-image')}';
try{new WebSocket('ws://${origin}/socket')}catch(e){}
try{new EventSource('${u('events')}')}catch(e){}
try{new Worker(URL.createObjectURL(new Blob(["importScripts('${u('worker')}')"])))}catch(e){}
try{const c=new RTCPeerConnection({iceServers:[{urls:'stun:${origin}'}]});c.createDataChannel('x');c.createOffer().then(o=>c.setLocalDescription(o))}catch(e){}
</script></body></html>`
}
