internal import AfterwitSync
internal import AfterwitWire

/// Reads a stream of server-sent events as it comes, line by line (Protocol/6-relay, "Events").
///
/// A line that it does not know is passed over, as the format wants it; one that does not end is
/// what no relay sends.
struct EventReader {
  private static let longestLine = 4096

  private let hear: @Sendable (RelaySignal) -> Void
  private var line: [UInt8] = []

  /// A reader of the answer of a head, which tells the opening; `nil` where that is no stream.
  init?(of headers: [String: String], hearing hear: @escaping @Sendable (RelaySignal) -> Void) {
    guard headers[RelayCall.generationHeader] != nil, headers[RelayCall.refusalHeader] == nil,
      headers["content-type"]?.prefix(while: { $0 != ";" && $0 != " " }).lowercased()
        == RelayCall.eventMediaType
    else { return nil }
    self.hear = hear
    let seconds = headers[RelayCall.heartbeatHeader].flatMap { UInt16($0) }
    hear(.opened(heartbeat: .seconds(max(1, min(seconds ?? 15, 300)))))
  }

  /// Takes a piece; `false` where a line is too long.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes {
      guard byte == UInt8(ascii: "\n") else {
        guard line.count < Self.longestLine else { return false }
        if byte != UInt8(ascii: "\r") { line.append(byte) }
        continue
      }
      endLine()
    }
    return true
  }

  private mutating func endLine() {
    let text = String(decoding: line, as: UTF8.self)
    line = []
    if text.hasPrefix(":") {
      hear(.heartbeat)
    } else if text.hasPrefix("data:") {
      let value = text.dropFirst(5).drop { $0 == " " }
      if let position = UInt64(value) { hear(.position(position)) }
    }
  }
}
