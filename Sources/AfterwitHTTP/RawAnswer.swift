internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire
internal import AsyncHTTPClient
internal import NIOHTTP1

/// An answer of whoever listens at the address, before it is known to be a relay's.
struct RawAnswer: Sendable {
  let status: UInt
  let headers: HTTPHeaders
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
    if let refusal = headers.first(name: RelayCall.refusalHeader) {
      guard let refusal = RelayRefusal(rawValue: refusal) else {
        throw .notARelay("it refused with status \(status) for a reason that is not known")
      }
      throw .refused(refusal, retryAfterSeconds: retryAfterSeconds)
    }
    guard (200..<300).contains(status), body.isEmpty || isOfRelay else {
      throw .notARelay("it answered \(description)")
    }
    return generation
  }

  /// What a proxy answers while the relay behind it is away: bad gateway, unavailable, timed out.
  private static let passing: Set<UInt> = [502, 503, 504]

  private var generation: Generation? {
    headers.first(name: RelayCall.generationHeader)
      .flatMap { Hexadecimal.decode($0) }.flatMap { Generation($0) }
  }

  /// Seconds of `Retry-After`; its form as a date is not read.
  private var retryAfterSeconds: Int? {
    headers.first(name: "retry-after").flatMap { UInt32($0) }.map { Int($0) }
  }

  /// The media type without parameters, lower-case; `nil` when none is named.
  private var mediaType: String? {
    headers.first(name: "content-type").map {
      $0.prefix { $0 != ";" && $0 != " " }.lowercased()
    }
  }

  private var isOfRelay: Bool { mediaType == RelayCall.mediaType }

  /// Status and kind of body, in words that are safe to print.
  private var description: String {
    guard !body.isEmpty, let mediaType else { return "with status \(status)" }
    let safe = mediaType.prefix(60).filter { $0.isASCII && ($0.isLetter || "/+-.".contains($0)) }
    return "with status \(status) and \(safe)"
  }
}

extension RelayFailure {
  /// What an error of the client means to a person.
  init(describing error: any Error, limits: HTTPRelay.TimeLimits) {
    switch error {
    case is AnswerIsTooLong:
      self = .notARelay("its answer is longer than \(Limits.message) bytes")
    case is AnswerBrokeOff, is HTTPParserError:
      self = .notARelay("its answer broke off or is not HTTP")
    case is CancellationError:
      self = .unreachable("the call was cancelled")
    case let error as HTTPClientError:
      self.init(describing: error, limits: limits)
    default:
      self = .unreachable("no connection to it could be made")
    }
  }

  private init(describing error: HTTPClientError, limits: HTTPRelay.TimeLimits) {
    switch error {
    case .deadlineExceeded, .readTimeout:
      self = .unreachable("no whole answer within \(limits.call)")
    case .connectTimeout:
      self = .unreachable("no connection within \(limits.connect)")
    case .cancelled:
      self = .unreachable("the call was cancelled")
    case .remoteConnectionClosed:
      self = .unreachable("the connection was closed without an answer")
    default:
      self = .unreachable(error.shortDescription)
    }
  }
}
