/// Why there is no answer, before anybody asks whether it is a relay's.
enum TransferFailure: Error {
  /// Nobody wanted it any more.
  case cancelled
  /// No name, no connection or no trust in the certificate.
  case noConnection
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
