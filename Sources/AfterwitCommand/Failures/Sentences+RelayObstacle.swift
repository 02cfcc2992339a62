internal import AfterwitSync

extension Sentences {
  /// The words for what is between this machine and the relay.
  init(_ obstacle: RelayObstacle, safe: String) {
    switch obstacle {
    case .unknownName(let host):
      self.init(
        "No machine is known by the name \(host).", safe: safe,
        next: "Check the network, and the address in afterwit status; then type: afterwit sync")
    case .unknownProxy:
      self.init(
        "No machine is known by the name of the proxy in https_proxy.", safe: safe,
        next: "Correct https_proxy, or name the relay in no_proxy; then type: afterwit sync")
    case .noConnection(let place, let reason, let mayBeProxy):
      let proxy = mayBeProxy ? ", or to the proxy in https_proxy," : ""
      self.init(
        "No connection to \(place)\(proxy) could be made: \(reason).", safe: safe,
        next: "Check that the relay runs there and that the port is right; then type: afterwit sync"
      )
    case .untrusted(let host, let flaw):
      self.init(
        "The certificate of \(host) is not trusted: \(Self.words(for: flaw)).", safe: safe,
        next: Self.remedy(for: flaw))
    case .noTLS(let place):
      self.init(
        "What answers at \(place) speaks no TLS that this machine speaks.", safe: safe,
        next: "Check the port: https:// leads to a proxy with TLS before the relay.")
    case .refusedByProxy(let status):
      let number = status.map { " (status \($0))" } ?? ""
      self.init(
        "The proxy in https_proxy makes no connection to the relay\(number).", safe: safe,
        next: "Put name and password into https_proxy if it wants them, or the relay into no_proxy."
      )
    case .silence(let reason):
      self.init(
        "The relay cannot be reached: \(reason).", safe: safe,
        next: "Check the network and the address, then type: afterwit sync")
    }
  }

  private static func words(for flaw: CertificateFlaw) -> String {
    switch flaw {
    case .expired: "it has expired"
    case .notYetValid: "it is not valid yet"
    case .otherName: "it is for another name"
    case .unknownIssuer: "nobody whom this machine trusts has signed it"
    case .nothingToCheckWith: "this machine has no certificates to check it with"
    case .other(let number): "OpenSSL refuses it (\(number))"
    }
  }

  private static func remedy(for flaw: CertificateFlaw) -> String {
    switch flaw {
    case .expired: "Check this machine's date; else ask who runs the relay to renew it."
    case .notYetValid: "Check this machine's date, then type: afterwit sync"
    case .otherName: "Check the address: afterwit relay set URL"
    case .unknownIssuer, .other:
      "If it is your own, add it to this machine's with update-ca-certificates; else ask who runs it."
    case .nothingToCheckWith: "Install the package ca-certificates, then type: afterwit sync"
    }
  }
}
