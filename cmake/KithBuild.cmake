# How everything is compiled and linked. One place, so that a preset only says *which* build, never how.
find_program(CCACHE ccache)
if(CCACHE)
  # The sloppiness is what ccache asks for before it keeps what was compiled with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
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
  # GCC 12 reports false alarms of these in its own library when it optimises.
  add_compile_options(-Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict -Wno-array-bounds -Wno-dangling-pointer)
else()
  # Clang sees it used inside std::stable_sort of GCC 12's library.
  add_compile_options(-Wno-deprecated-declarations)
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
  if(KITH_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)  # counts the branches taken, for the fuzzer to look for more
  endif()
elseif(KITH_TSAN)
  add_compile_options(-fsanitize=thread -DBOOST_ASIO_DISABLE_FENCED_BLOCK)
  add_link_options(-fsanitize=thread)
else()
  add_compile_options(-D_FORTIFY_SOURCE=2 -fstack-protector-strong -fcf-protection)
  add_link_options(-Wl,-z,relro,-z,now)
endif()
# Position-independent executables are what the compiler makes by itself; -fPIC, which is for shared libraries, costs
# calls through tables and a tenth of the compile time.

# What runs once for a request and then waits for the store or the network: compiled a third quicker at -O1.
set(KITH_LIGHT rulebook documents outside actions web api cli)

# The headers from outside that nearly every file reads, compiled once for all targets of a kind: a fifth of a build's
# time. Nothing of ours, so that every file still says what it uses (tests/checks/headers.py compiles without them).
function(kith_common_headers target kind)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    get_property(first GLOBAL PROPERTY KITH_COMMON_${kind})
    if(first)
      target_precompile_headers(${target} REUSE_FROM ${first})
    else()
      set_property(GLOBAL PROPERTY KITH_COMMON_${kind} ${target})
      target_precompile_headers(${target} PRIVATE <algorithm> <array> <chrono> <filesystem> <functional> <map> <memory>
        <optional> <ranges> <span> <string> <string_view> <unordered_map> <variant> <vector> <fmt/format.h> <tl/expected.hpp> ${ARGN})
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()

# The few files that each byte of a page goes through: -O2 in a light module, and what every 64-bit processor of Intel
# and AMD since 2008 can do. A template is named by its .html.
function(kith_hot target)
  foreach(file ${ARGN})
    if(file MATCHES "[.]html$")
      set(file ${CMAKE_BINARY_DIR}/generated/${file}.cpp)
    endif()
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
      set_property(SOURCE ${file} TARGET_DIRECTORY ${target} APPEND PROPERTY COMPILE_OPTIONS -O2)
    endif()
    if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
      set_property(SOURCE ${file} TARGET_DIRECTORY ${target} APPEND PROPERTY COMPILE_OPTIONS -mssse3)
    endif()
    set_property(SOURCE ${file} TARGET_DIRECTORY ${target} PROPERTY SKIP_PRECOMPILE_HEADERS ON)  # it has other options
  endforeach()
endfunction()
