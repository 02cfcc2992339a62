internal import AfterwitSync
internal import AfterwitWire

/// Takes in an answer as it comes, within ``Limits/message`` for its head and for its body; the body
/// of a stream of events is read at once and not kept.
final class AnswerCollector {
  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  private var headLength = 0
  private var isHeadWhole = false
  private var events: EventReader?
  private let hear: (@Sendable (RelaySignal) -> Void)?

  /// A collector for an answer; events are given to `hear`.
  init(hearing hear: (@Sendable (RelaySignal) -> Void)? = nil) {
    self.hear = hear
  }

  /// Takes one line of the head, or of what may follow the body, which is ignored.
  /// - Returns: whether it still fits.
  func takeLine(_ bytes: UnsafeRawBufferPointer) -> Bool {
    headLength += bytes.count
    guard headLength <= Limits.message else { return false }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // Each interim answer, such as 103, has a head of its own.
      headers = [:]
      isHeadWhole = false
    } else if line.allSatisfy(\.isNewline) {
      isHeadWhole = true
      if let hear { events = EventReader(of: headers, hearing: hear) }
    } else if !isHeadWhole, let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...]
      if headers[name] == nil { headers[name] = Self.trimmed(value) }
    }
    return true
  }

  /// Takes a piece of the body.
  /// - Returns: whether it still fits.
  func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    if events != nil { return events?.take(bytes) ?? false }
    guard body.count + bytes.count <= Limits.message else { return false }
    body.append(contentsOf: bytes)
    return true
  }

  /// Hands bytes of libcurl to a collector.
  /// - Returns: how many were taken; fewer than there are end the transfer.
  static func hand(
    _ bytes: UnsafeMutablePointer<CChar>?, _ length: Int, to context: UnsafeMutableRawPointer?,
    _ take: (AnswerCollector, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let bytes, let context else { return 0 }
    let collector = Unmanaged<AnswerCollector>.fromOpaque(context).takeUnretainedValue()
    let isTaken = take(collector, UnsafeRawBufferPointer(start: bytes, count: length))
    return isTaken ? length : 0
  }

  private static func trimmed(_ value: Substring) -> String {
    var value = value.drop(while: \.isWhitespace)
    while value.last?.isWhitespace == true { value.removeLast() }
    return String(value)
  }
}
