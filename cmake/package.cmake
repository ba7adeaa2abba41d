# What is installed, and the Debian package: cmake --build --preset release && (cd build/release && cpack -G DEB)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)  # building is a step of its own
include(GNUInstallDirs)
install(TARGETS backfile-indexer backfile-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY web DESTINATION ${CMAKE_INSTALL_DATADIR}/backfile)
install(FILES config/boilerplate.txt config/stopwords.txt config/synonyms.txt
        DESTINATION ${CMAKE_INSTALL_DATADIR}/backfile/lists)
install(FILES README.md CHANGELOG.md config/backfile.json docs/operations.md docs/index-format.md docs/security.md
              config/systemd/backfile.cron config/haproxy.cfg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/backfile)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/backfile RENAME copyright)
install(FILES config/systemd/backfile-server.service config/systemd/backfile-indexer.service
              config/systemd/backfile-indexer.timer
        DESTINATION lib/systemd/system)
install(FILES config/package/backfile.json DESTINATION /etc/backfile)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME backfile)
set(CPACK_PACKAGE_CONTACT "Backfile <backfile@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search server over a news archive")
set(CPACK_PACKAGE_DESCRIPTION "An indexer builds a Xapian index from article files; a server answers ranked queries
with highlighted snippets, as JSON and as a small web page.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS passwd)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
file(WRITE ${CMAKE_BINARY_DIR}/package/conffiles "/etc/backfile/backfile.json\n")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_SOURCE_DIR}/config/package/postinst ${CMAKE_SOURCE_DIR}/config/package/prerm
    ${CMAKE_SOURCE_DIR}/config/package/postrm ${CMAKE_BINARY_DIR}/package/conffiles)
include(CPack)
