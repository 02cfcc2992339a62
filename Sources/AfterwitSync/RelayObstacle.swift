/// What kept a call from getting any answer.
public enum RelayObstacle: Hashable, Sendable {
  /// No machine is known by the relay's name, or there is no network to ask for it.
  case unknownName(String)
  /// No machine is known by the name of the proxy that this machine is told to use.
  case unknownProxy
  /// No connection to a host and port; the system's reason in words.
  ///
  /// Where this machine is told to use a proxy, that one may be what cannot be reached.
  case noConnection(to: String, reason: String, mayBeProxy: Bool)
  /// A host shows a certificate that is not trusted.
  case untrusted(host: String, CertificateFlaw)
  /// What answers at a host and port does not speak TLS, or no version of it that this machine does.
  case noTLS(String)
  /// The proxy that this machine is told to use does not connect further; its HTTP status, if it
  /// gave one.
  case refusedByProxy(status: Int?)
  /// There was no answer; in words for a person.
  case silence(String)

  /// Whether the same call may get an answer a little later.
  var mayPass: Bool {
    switch self {
    case .unknownName, .unknownProxy, .noConnection, .silence: true
    case .untrusted, .noTLS: false
    case .refusedByProxy(let status): (status ?? 500) >= 500
    }
  }
}

/// Why a certificate is not trusted.
public enum CertificateFlaw: Hashable, Sendable {
  /// Its time is over.
  case expired
  /// Its time has not begun.
  case notYetValid
  /// It is for another name.
  case otherName
  /// Nobody whom this machine trusts has signed it.
  case unknownIssuer
  /// This machine has no certificates to check it with.
  case nothingToCheckWith
  /// Something else; the number that OpenSSL gives it.
  case other(Int)
}
