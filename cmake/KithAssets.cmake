# kith_assets(TARGET): the style sheets and scripts, embedded into TARGET as bytes with a path that changes with them.
#
# They come from the npm packages that package-lock.json pins, fetched here when they are missing or not those of the lock.
# Node is used while building only, and nothing fetched is ever committed.

add_executable(kith-embed ${CMAKE_SOURCE_DIR}/src/template/embed/main.cpp ${CMAKE_SOURCE_DIR}/src/template/embed/style.cpp)
target_include_directories(kith-embed PRIVATE ${CMAKE_SOURCE_DIR}/src)

set(KITH_NODE_MODULES ${CMAKE_SOURCE_DIR}/node_modules)

# The parts of MOJ Frontend that we have macros for; the rest of its style sheet is left out.
set(KITH_MOJ_CLASSES moj-identity-bar moj-timeline moj-sub-navigation moj-filter moj-action-bar moj-notification-badge moj-badge
    moj-button-menu moj-interruption-card moj-page-header-actions moj-search)

function(kith_fetch_packages)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/package-lock.json)
  file(SHA256 ${CMAKE_SOURCE_DIR}/package-lock.json wanted)
  set(stamp ${KITH_NODE_MODULES}/.kith-lock)
  if(EXISTS ${stamp})
    file(READ ${stamp} present)
    if(present STREQUAL wanted)
      return()
    endif()
  endif()
  find_program(NPM npm REQUIRED)
  message(STATUS "Fetching the page styles (npm ci)")
  execute_process(COMMAND ${NPM} ci --no-audit --no-fund WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
                  OUTPUT_VARIABLE said ERROR_VARIABLE said RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "npm ci failed:\n${said}")
  endif()
  file(WRITE ${stamp} ${wanted})
endfunction()

# The census checker's script, where emscripten is installed (./run --checker installs it); else there is no such page.
function(kith_checker script)
  find_program(EMXX em++)
  if(NOT EMXX)
    set(${script} "" PARENT_SCOPE)
    return()
  endif()
  set(src ${CMAKE_SOURCE_DIR}/src)
  file(GLOB inputs CONFIGURE_DEPENDS ${src}/checker/* ${src}/checker/js/* ${src}/returns/cin/* ${src}/returns/cin/rules/*
       ${src}/base/*.h ${src}/base/csv.cpp ${src}/base/date.cpp ${src}/base/working_days.cpp ${src}/core/identifiers.*
       ${src}/web/returns/checker*)
  list(FILTER inputs EXCLUDE REGEX "/(js|rules)$")
  set(made ${CMAKE_SOURCE_DIR}/build/checker/checker.js)
  add_custom_command(OUTPUT ${made} COMMAND ${CMAKE_SOURCE_DIR}/scripts/checker DEPENDS ${inputs} ${CMAKE_SOURCE_DIR}/scripts/checker
                     COMMENT "The census checker (WebAssembly)" VERBATIM)
  set(${script} ${made} PARENT_SCOPE)
endfunction()

function(kith_assets target)
  kith_fetch_packages()
  set(govuk ${KITH_NODE_MODULES}/govuk-frontend/dist/govuk)
  set(moj ${KITH_NODE_MODULES}/@ministryofjustice/frontend/moj)
  set(ours ${CMAKE_SOURCE_DIR}/src/web/assets)
  string(JOIN "," classes ${KITH_MOJ_CLASSES})
  kith_checker(checker)
  if(checker)
    set(checker_line "checker.js text/javascript ${checker}\n")
  endif()
  set(folder ${CMAKE_BINARY_DIR}/generated/web/assets)
  file(CONFIGURE OUTPUT ${folder}.list CONTENT
"kith.css text/css ${govuk}/govuk-frontend.min.css ${moj}/moj-frontend.min.css?${classes} ${ours}/kith.css
govuk-frontend.js text/javascript ${govuk}/govuk-frontend.min.js
kith.js text/javascript ${ours}/kith.js
favicon.svg image/svg+xml ${ours}/favicon.svg
checker.css text/css ${CMAKE_SOURCE_DIR}/src/web/returns/checker.css
${checker_line}")
  add_custom_command(
    OUTPUT ${folder}/embedded.cpp
    COMMAND kith-embed ${folder} ${moj}/assets/images ${folder}.list
    DEPENDS kith-embed ${folder}.list ${govuk}/govuk-frontend.min.css ${govuk}/govuk-frontend.min.js ${moj}/moj-frontend.min.css
            ${ours}/kith.css ${ours}/kith.js ${ours}/favicon.svg ${CMAKE_SOURCE_DIR}/src/web/returns/checker.css ${checker}
    COMMENT "Styles and scripts"
    VERBATIM)
  target_sources(${target} PRIVATE ${folder}/embedded.cpp)
endfunction()
