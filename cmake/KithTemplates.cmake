# kith_templates(TARGET FOLDER [LAYOUT_FOLDER]): every FOLDER/**/*.html becomes a .cpp and a .h in the build folder, compiled
# into TARGET. What is extended or included is looked for in LAYOUT_FOLDER too.
#
# A page src/web/contact/received.html is included as "web/contact/received.html.h". A new file is found by itself; a
# template is compiled again when it, or one that it extends or includes, changes.

file(GLOB template_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/template/*.cpp)
list(FILTER template_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(kith_template STATIC ${template_sources})
target_include_directories(kith_template PUBLIC ${CMAKE_SOURCE_DIR}/src)
add_executable(kith-template ${CMAKE_SOURCE_DIR}/src/template/main.cpp)
target_link_libraries(kith-template PRIVATE kith_template)

function(kith_templates target folder)
  file(GLOB_RECURSE templates CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/${folder} ${CMAKE_SOURCE_DIR}/${folder}/*.html)
  get_filename_component(name ${folder} NAME)
  set(generated ${CMAKE_BINARY_DIR}/generated)
  set(folders ${CMAKE_SOURCE_DIR}/${folder} ${folder}/)
  foreach(layouts ${ARGN})
    list(APPEND folders ${CMAKE_SOURCE_DIR}/${layouts} ${layouts}/)
  endforeach()
  foreach(template ${templates})
    set(stem ${generated}/${name}/${template})
    add_custom_command(
      OUTPUT ${stem}.cpp
      BYPRODUCTS ${stem}.h
      COMMAND kith-template ${name}/ ${template} ${stem} ${folders}
      DEPENDS kith-template ${CMAKE_SOURCE_DIR}/${folder}/${template}
      DEPFILE ${stem}.d
      COMMENT "Template ${template}"
      VERBATIM)
    target_sources(${target} PRIVATE ${stem}.cpp)
  endforeach()
  target_include_directories(${target} PUBLIC ${generated})
endfunction()
