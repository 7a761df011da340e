// The security headers that every response of ours carries, whatever it is. A redirect shows nothing, and carries them too.
const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
}
const policy = ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "style-src 'self'"]

export function checkHeaders(response) {
  const headers = response.headers()
  const path = new URL(response.url()).pathname
  const faults = []
  for (const [name, value] of Object.entries(always))
    if (headers[name] !== value) faults.push(`${path}: ${name} is “${headers[name]}”, not “${value}”`)
  for (const part of policy)
    if (!headers['content-security-policy']?.includes(part)) faults.push(`${path}: the content security policy lacks ${part}`)
  // WebAssembly, and nothing else, may be compiled on the page of the census checker, which may connect to nothing.
  const strict = path === '/returns/check' ? headers['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') : headers['content-security-policy']
  if (strict?.includes('unsafe')) faults.push(`${path}: the content security policy allows something unsafe`)
  const isAsset = headers['cache-control']?.includes('immutable')
  if (!isAsset && headers['cache-control'] !== 'no-store') faults.push(`${path}: may be kept: ${headers['cache-control']}`)
  return faults
}
