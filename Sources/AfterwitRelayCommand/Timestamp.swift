internal import Glibc

/// A moment as it is printed, in UTC and to the second.
struct Timestamp {
  /// The text, as in `2026-12-01T09:30:00Z`.
  let text: String

  /// A moment in milliseconds since 1970; `nil` for 0, which stands for none.
  init?(_ milliseconds: UInt64) {
    guard milliseconds > 0 else { return nil }
    var seconds = time_t(clamping: milliseconds / 1000)
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    var bytes = [CChar](repeating: 0, count: 32)
    let count = strftime(&bytes, bytes.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    text = String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
