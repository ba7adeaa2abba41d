# Backfile in a container: the Debian package on a slim Debian, no root.
#   docker build -t backfile .
#   docker run --rm -v /srv/news:/archive:ro -v backfile:/index backfile backfile-indexer index --archive /archive --index /index
#   docker run --rm -p 127.0.0.1:8080:8080 -v backfile:/index:ro backfile
# config/compose.yaml does both. SIGTERM ends the server in order.
FROM debian:12 AS build
WORKDIR /src
COPY install_dependencies.sh ./
RUN ./install_dependencies.sh build
COPY . .
RUN cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release
RUN cd build/release && cpack -G DEB

FROM debian:12-slim
COPY --from=build /src/build/release/backfile_*.deb /tmp/
RUN apt-get update \
 && apt-get install -y --no-install-recommends /tmp/backfile_*.deb \
 && rm -rf /var/lib/apt/lists/* /tmp/backfile_*.deb \
 && install -d -o backfile -g backfile /index
USER backfile
EXPOSE 8080
CMD ["backfile-server", "--index", "/index", "--listen", "0.0.0.0:8080"]
