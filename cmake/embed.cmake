# Files compiled into a program: a generated .cc with one byte array a file and a table of name and text
# (index/embedded.h declares the tables). It is made again at build time when a file changes.

set(embed_script ${CMAKE_CURRENT_LIST_DIR}/embed_script.cmake)

# embed_files(OUT_SOURCE FOLDER TABLE file...): OUT_SOURCE receives the generated source's path.
function(embed_files out folder table)
  set(generated ${CMAKE_BINARY_DIR}/generated/${table}.cc)
  set(paths ${ARGN})
  list(TRANSFORM paths PREPEND ${folder}/)
  string(REPLACE ";" "," names "${ARGN}")
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DNAMES=${names} -DTABLE=${table} -DOUTPUT=${generated} -P ${embed_script}
    DEPENDS ${paths} ${embed_script}
    VERBATIM)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()

# embed_folder(OUT_SOURCE FOLDER TABLE): every file below FOLDER.
function(embed_folder out folder table)
  file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE ${folder} ${folder}/*)
  list(SORT names)
  embed_files(generated ${folder} ${table} ${names})
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
