// Everything works without this file: it makes a few parts of the page more comfortable where scripts run. The page is
// told that scripts run only once they do, so that a script that could not be loaded hides nothing.
const address = document.querySelector('script[data-govuk-frontend]')?.dataset.govukFrontend

if (address && 'noModule' in HTMLScriptElement.prototype) {
  import(address).then(({ initAll }) => {
    document.body.classList.add('js-enabled', 'govuk-frontend-supported')
    initAll()
  })
}

// Going back never shows a page from the browser's memory, as it was left: somebody else may hold the phone by then.
addEventListener('pagehide', ({ persisted }) => {
  document.documentElement.hidden = persisted
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.replace(location.pathname + location.search)
})

// What is typed into a form of staff is kept on the server: two seconds after the last change, four after the first that
// is not kept yet, and when the page goes away. What was kept, and that it was not, is said once a minute at most.
const pause = 2000
const longest = 4000
const again = 5000

function keeper(form) {
  const said = form.appendChild(Object.assign(document.createElement('p'), { className: 'kith-kept' }))
  said.setAttribute('role', 'status')
  const address = form.getAttribute('action') // form.action is the field of that name, where there is one
  const typed = () => new URLSearchParams([...new FormData(form), ['draft_of', address]])
  let kept = typed().toString()
  let timer
  let firstChange = 0
  let isSent = false
  let isKeeping = false

  const say = (text, failed) => {
    if (said.textContent !== text) said.textContent = text
    said.classList.toggle('kith-kept--failed', failed)
  }
  const wait = time => {
    clearTimeout(timer)
    timer = setTimeout(keep, time)
  }
  const send = body => fetch('/drafts', { method: 'POST', body, redirect: 'error', headers: { Accept: 'text/plain' } })

  async function keep() {
    const body = typed()
    const text = body.toString()
    firstChange = 0
    if (isSent || text === kept) return
    if (isKeeping) return wait(pause)
    isKeeping = true
    try {
      const answer = await send(body)
      if (answer.status >= 500) throw new Error('not kept')
      const sentence = answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : 'Not kept.'
      kept = text
      say(sentence, !answer.ok)
    } catch {
      say('Not kept: your connection is lost; we keep trying.', true)
      wait(again)
    } finally {
      isKeeping = false
    }
  }

  function changed() {
    firstChange ||= Date.now()
    wait(Math.max(0, Math.min(pause, firstChange + longest - Date.now())))
  }
  form.addEventListener('input', changed)
  form.addEventListener('change', changed)
  form.addEventListener('submit', () => { isSent = true })
  addEventListener('visibilitychange', () => { if (document.hidden) keep() })
  addEventListener('pagehide', () => {
    const body = typed()
    if (!isSent && body.toString() !== kept) navigator.sendBeacon('/drafts', body)
  })
}

[...document.forms].filter(form => form.querySelector('input[name="form_page"]')).forEach(keeper)
