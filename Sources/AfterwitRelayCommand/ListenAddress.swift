internal import AfterwitWire

/// Where a relay listens: a host name or address, and a port.
struct ListenAddress: Equatable {
  /// The host without brackets.
  let host: String
  /// The port; 0 lets the system choose.
  let port: Int

  /// Takes given parts.
  private init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`, an IPv6 address in brackets.
  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...])
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self.init(host: String(host), port: Int(port))
  }

  /// The address as a URL holds it.
  var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Whether only this machine can reach it.
  var isLoopback: Bool { Loopback.contains(host) }

  /// The same host with another port.
  func with(port: Int) -> ListenAddress {
    ListenAddress(host: host, port: port)
  }
}
