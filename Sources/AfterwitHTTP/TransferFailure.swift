internal import AfterwitSync

/// Why there is no answer, before anybody asks whether it is a relay's.
enum TransferFailure: Error {
  /// Nobody wanted it any more.
  case cancelled
  /// No machine of the relay's name.
  case noName
  /// No machine of the name of the proxy that the environment names.
  case noProxyName
  /// No connection; the reason in words.
  case noConnection(String)
  /// A certificate that is not trusted.
  case untrusted(CertificateFlaw)
  /// No TLS.
  case noTLS
  /// The environment's proxy does not connect further; its status, if it gave one.
  case refusedByProxy(status: Int?)
  /// No connection in time.
  case connectTimeout
  /// A connection, but no whole answer in time.
  case callTimeout
  /// The connection was closed without an answer.
  case closed
  /// The answer ended before its end, or is not HTTP.
  case brokenOff
  /// The answer is longer than any message.
  case tooLong
}
