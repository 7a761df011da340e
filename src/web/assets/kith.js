// Everything works without this file. It makes a few parts of the page more comfortable where scripts run.
const prefix = document.querySelector('script[data-govuk-frontend]')?.dataset.govukFrontend

if (prefix) {
  import(prefix).then(({ initAll }) => initAll())
}
