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
