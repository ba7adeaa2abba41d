# Backfile in a container: both programs, no shell scripts, no root.
#   docker build -t backfile .
#   docker run --rm -v /srv/news:/archive:ro -v backfile:/index backfile backfile-indexer index --archive /archive --index /index
#   docker run --rm -p 127.0.0.1:8080:8080 -v backfile:/index:ro backfile
FROM debian:12 AS build
WORKDIR /src
COPY install_dependencies.sh ./
RUN ./install_dependencies.sh build
COPY . .
RUN cmake --preset release -DBUILD_TESTING=OFF && cmake --build --preset release

FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libxapian30 libcpp-httplib0.11 libspdlog1.10 libicu72 libcld2-0 libxxhash0 zlib1g \
      libzstd1 libbrotli1 libxml2 libmd4c0 libmd4c-html0 libuchardet0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /index --shell /usr/sbin/nologin backfile \
 && install -d -o backfile -g backfile /index
COPY --from=build /src/build/release/bin/backfile-indexer /src/build/release/bin/backfile-server /usr/local/bin/
USER backfile
VOLUME /index
EXPOSE 8080
CMD ["backfile-server", "--index", "/index", "--listen", "0.0.0.0:8080"]
