internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

/// An answer of whoever listens at the address, before it is known to be a relay's.
struct RawAnswer: Sendable {
  let status: Int
  /// By lower-case name; the first of a name counts.
  let headers: [String: String]
  let body: [UInt8]

  /// Checks that a relay answered and did what was asked; gives its generation.
  /// - Throws: the refusal, or what came instead of a relay's answer.
  func requireGenuine() throws(RelayFailure) -> Generation {
    guard let generation else {
      if status == 413 { throw .refused(.tooLarge, retryAfterSeconds: retryAfterSeconds) }
      if status == 429 { throw .refused(.tooMany, retryAfterSeconds: retryAfterSeconds) }
      if Self.passing.contains(status) {
        throw .refused(.busy, retryAfterSeconds: retryAfterSeconds)
      }
      throw .notARelay("it answered \(description)")
    }
    if let refusal = headers[RelayCall.refusalHeader] {
      guard let refusal = RelayRefusal(rawValue: refusal) else {
        throw .notARelay("it refused with status \(status) for a reason that is not known")
      }
      if refusal == .out { throw .shutOut(by: outBy) }
      throw .refused(refusal, retryAfterSeconds: retryAfterSeconds)
    }
    guard (200..<300).contains(status), body.isEmpty || isOfRelay else {
      throw .notARelay("it answered \(description)")
    }
    return generation
  }

  /// What a proxy answers while the relay behind it is away: bad gateway, unavailable, timed out.
  private static let passing: Set<Int> = [502, 503, 504]

  private var generation: Generation? {
    headers[RelayCall.generationHeader]
      .flatMap { Hexadecimal.decode($0) }.flatMap { Generation($0) }
  }

  private var outBy: [DeviceID] {
    let ids = headers[RelayCall.outByHeader]?.split(separator: ",") ?? []
    return ids.compactMap { Hexadecimal.decode(String($0)).flatMap { DeviceID($0) } }
  }

  /// Seconds of `Retry-After`; its form as a date is not read.
  private var retryAfterSeconds: Int? {
    headers["retry-after"].flatMap { UInt32($0) }.map { Int($0) }
  }

  /// The media type without parameters, lower-case; `nil` when none is named.
  private var mediaType: String? {
    headers["content-type"].map {
      $0.prefix { $0 != ";" && $0 != " " }.lowercased()
    }
  }

  /// Whether it was a stream of a relay's events.
  var isOfEvents: Bool {
    generation != nil && (200..<300).contains(status) && mediaType == RelayCall.eventMediaType
  }

  private var isOfRelay: Bool { mediaType == RelayCall.mediaType }

  /// Status and kind of body, in words that are safe to print.
  private var description: String {
    guard !body.isEmpty, let mediaType else { return "with status \(status)" }
    let safe = mediaType.prefix(60).filter { $0.isASCII && ($0.isLetter || "/+-.".contains($0)) }
    return "with status \(status) and \(safe)"
  }
}
