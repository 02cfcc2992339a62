internal import AfterwitWire

/// Where a relay is: a scheme, a host, and perhaps a port and a path for its calls to begin with.
public struct RelayAddress: Hashable, Sendable {
  /// Why a text is not a usable address.
  public enum Failure: Error, Hashable, Sendable {
    /// It is not `https://HOST[:PORT][/PATH]`.
    case malformed
    /// It has more bytes than an invite has room for.
    case tooLong(limit: Int)
    /// The scheme is neither `https` nor `http`.
    case scheme(String)
    /// It contains a name or a password, which do not belong in an address.
    case credentials
    /// It contains a query or a fragment.
    case query
    /// Plain HTTP would leave this machine.
    case plainBeyondLoopback(host: String)
  }

  /// The address without a final slash, so that the paths of calls can be appended.
  public let text: String
  /// The host.
  public let host: String
  /// The host, and the port if one is given.
  public let authority: String
  /// Whether it is reached over TLS.
  public var isSecure: Bool { text.hasPrefix("https:") }
  /// Scheme, host and port: whoever answers there, under whatever path.
  public let origin: String

  /// Reads an address; plain HTTP to another machine only if `insecure` allows it.
  public init(_ text: String, insecure: Bool = false) throws(Failure) {
    guard text.utf8.count <= Limits.relayAddress else {
      throw .tooLong(limit: Limits.relayAddress)
    }
    guard text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
      let separator = text.firstRange(of: "://")
    else { throw .malformed }
    let scheme = text[..<separator.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { throw .scheme(scheme) }
    let rest = text[separator.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest[authority.endIndex...]
    guard !authority.contains("@") else { throw .credentials }
    guard !path.contains("?"), !path.contains("#") else { throw .query }
    guard let host = Self.host(of: authority),
      !path.contains("\\"), !path.split(separator: "/").contains("..")
    else { throw .malformed }
    guard scheme == "https" || insecure || Loopback.contains(host) else {
      throw .plainBeyondLoopback(host: host)
    }
    var trimmed = path[...]
    while trimmed.last == "/" { trimmed.removeLast() }
    self.host = host
    self.authority = authority.lowercased()
    origin = "\(scheme)://\(self.authority)"
    self.text = origin + trimmed
  }

  /// The host of `HOST`, `HOST:PORT`, `[IPv6]` or `[IPv6]:PORT`, without brackets.
  private static func host(of authority: Substring) -> String? {
    let host: Substring
    var port = authority
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
      guard host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), host.contains(":") else {
        return nil
      }
    } else {
      host = authority.prefix { $0 != ":" }
      port = authority[host.endIndex...]
      guard host.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) }) else {
        return nil
      }
    }
    guard !host.isEmpty, port.isEmpty || isPort(port) else { return nil }
    return host.lowercased()
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard text.first == ":", text.dropFirst().allSatisfy(\.isNumber),
      let number = UInt16(text.dropFirst())
    else { return false }
    return number > 0
  }
}
