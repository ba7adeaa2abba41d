# Run by embed.cmake at build time: writes OUTPUT from the files NAMES (comma-separated) of FOLDER.
string(REPLACE "," ";" names "${NAMES}")
set(arrays "")
set(rows "")
set(number 0)
foreach(name IN LISTS names)
  file(READ ${FOLDER}/${name} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND arrays "const unsigned char kFile${number}[] = {${bytes}0};\n")
  string(APPEND rows "    {\"${name}\", {reinterpret_cast<const char*>(kFile${number}), sizeof kFile${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUTPUT} "#include \"index/embedded.h\"\n
namespace backfile {
namespace {
${arrays}
const EmbeddedFile kTable[] = {
${rows}};
}  // namespace

const std::span<const EmbeddedFile> ${TABLE}{kTable};
}  // namespace backfile
")
