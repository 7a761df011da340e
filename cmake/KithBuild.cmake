# How everything is compiled and linked. One place, so that a preset only says *which* build, never how.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

option(KITH_SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(KITH_TSAN "thread sanitizer" OFF)
option(KITH_WERROR "warnings are errors" ON)

add_compile_options(-Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false alarms of these in its own library at -O2.
  add_compile_options(-Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-restrict -Wno-array-bounds -Wno-dangling-pointer)
endif()
if(KITH_WERROR)
  add_compile_options(-Werror)
endif()
# Debug information for backtraces, cheaply; the path of a checkout never reaches the binary.
add_compile_options(-g1 -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)

if(KITH_SANITIZE)
  # Left out of "undefined" is what the address sanitizer or the processor reports as well, and what costs half the
  # compile time: a check at every use of a pointer.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,vptr,object-size,pointer-overflow
                      -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
elseif(KITH_TSAN)
  add_compile_options(-fsanitize=thread -DBOOST_ASIO_DISABLE_FENCED_BLOCK)
  add_link_options(-fsanitize=thread)
else()
  add_compile_options(-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fcf-protection)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
