#include "indexer/readers/warc/http_message.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "indexer/readers/warc/header_fields.h"

namespace backfile {
namespace {

constexpr int kGzipOrZlib = 15 + 32;  // zlib tells which by the header
constexpr int kRawDeflate = -15;

enum class Outcome { whole, damaged, too_large };

Outcome inflate_all(std::string_view bytes, int window, std::size_t most, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&stream, &inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::array<char, 32 * 1024> piece;
  for (int result = Z_OK; result == Z_OK;) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = piece.size();
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(piece.data(), piece.size() - stream.avail_out);
    if (out.size() > most) return Outcome::too_large;
    if (result == Z_STREAM_END) return Outcome::whole;
  }
  return Outcome::damaged;
}

Outcome unbrotli_all(std::string_view bytes, std::size_t most, std::string& out) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  std::size_t size_in = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::array<std::uint8_t, 32 * 1024> piece;
  while (true) {
    std::size_t size_out = piece.size();
    std::uint8_t* to = piece.data();
    const auto result = BrotliDecoderDecompressStream(state.get(), &size_in, &in, &size_out, &to, nullptr);
    out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - size_out);
    if (out.size() > most) return Outcome::too_large;
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return Outcome::whole;
    if (result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) return Outcome::damaged;
  }
}

bool looks_like_text(std::string_view bytes) {
  const std::string_view front = bytes.substr(0, 64);
  return std::ranges::none_of(
      front, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t'; });
}

}  // namespace

std::optional<HttpAnswer> read_http_answer(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  const std::size_t end = end_of_fields(message);
  const std::string_view head = message.substr(0, end);
  HttpAnswer answer;
  const std::size_t space = head.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  std::from_chars(head.data() + space + 1, head.data() + std::min(head.size(), space + 4), answer.status);
  const std::size_t line = head.find('\n');
  const HeaderFields fields(line == std::string_view::npos ? std::string_view() : head.substr(line + 1));
  answer.content_type = fields.value("Content-Type");
  answer.encoding = small_letters(fields.value("Content-Encoding"));
  answer.chunked = small_letters(fields.value("Transfer-Encoding")).find("chunked") != std::string::npos;
  if (end != std::string_view::npos) answer.body = message.substr(end);
  return answer;
}

std::string without_chunks(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const std::size_t line = body.find('\n');
    std::uint64_t size = 0;
    const auto [end, error] =
        std::from_chars(body.data(), body.data() + std::min<std::size_t>(body.size(), 16), size, 16);
    const bool sound = error == std::errc() && line != std::string_view::npos && line < 1024 &&
                       (*end == '\r' || *end == '\n' || *end == ';' || *end == ' ');
    if (!sound) return whole.append(body);
    if (size == 0) return whole;
    body.remove_prefix(line + 1);
    if (size > body.size()) return whole.append(body);
    whole.append(body.substr(0, size));
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) {
      body.remove_prefix(2);
    } else if (body.starts_with("\n")) {
      body.remove_prefix(1);
    }
  }
  return whole;
}

std::optional<std::string> decompressed(std::string body, std::string_view encoding, std::size_t most) {
  if (encoding.empty() || encoding == "identity" || body.empty()) return body;
  std::string out;
  Outcome outcome = Outcome::damaged;
  if (encoding.find("br") != std::string_view::npos) {
    outcome = unbrotli_all(body, most, out);
  } else if (encoding.find("gzip") != std::string_view::npos || encoding.find("deflate") != std::string_view::npos) {
    outcome = inflate_all(body, kGzipOrZlib, most, out);
    if (outcome == Outcome::damaged && out.empty() && encoding.find("deflate") != std::string_view::npos) {
      outcome = inflate_all(body, kRawDeflate, most, out);
    }
  }
  if (outcome == Outcome::whole) return out;
  if (outcome == Outcome::damaged && looks_like_text(body)) return body;
  return std::nullopt;
}

}  // namespace backfile
