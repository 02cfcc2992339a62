internal import AfterwitSync
internal import AfterwitWire

/// What is asked of whoever listens at an address.
struct Request: Sendable {
  /// The methods of the relay's calls.
  enum Method: String {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"

    /// Whether the length of a body is told, even of one that is empty.
    var hasBody: Bool { self == .post || self == .put }
  }

  let method: Method
  let url: String
  let token: Token?
  let headers: [RelayHeader]
  let body: [UInt8]?
  let limits: HTTPRelay.TimeLimits
  /// Who hears a stream of events; `nil` for a call.
  var hear: (@Sendable (RelaySignal) -> Void)?

  /// Whether it goes through TLS.
  var isSecure: Bool { url.hasPrefix("https:") }

  /// The lines of its head that are not the same for all requests.
  ///
  /// A line without a value keeps libcurl from sending its own. It would ask before it sends a long
  /// body, which costs a turn, and calls any body a form.
  var lines: [String] {
    let accepted = hear == nil ? RelayCall.mediaType : RelayCall.eventMediaType
    var lines = ["accept: \(accepted)", "expect:"]
    if let token { lines.append("authorization: Bearer \(token.text)") }
    lines.append(body == nil ? "content-type:" : "content-type: \(RelayCall.mediaType)")
    return lines + headers.map(\.text)
  }
}
