/// A server on this machine that speaks TLS and is no relay: it says each line backwards.
public struct TLSServer: Sendable {
  /// The name in its certificate, which nobody has signed but the server itself.
  public static let name = "relay.test"

  /// Its port.
  public let port: String
  /// A folder of certificates, in which OpenSSL finds the server's own.
  public let certificates: String

  /// Runs a body while the server runs.
  public static func with<Value: Sendable>(
    on stage: Stage, _ body: (TLSServer) async throws -> Value
  ) async throws -> Value {
    let made = try await stage.shell.run(
      #"""
      mkdir "$T/certificates" && cd "$T/certificates" && openssl req -x509 -nodes -days 2 \
        -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout key -out certificate \
        -subj /CN=\#(name) -addext subjectAltName=DNS:\#(name) &&
      cp certificate "$(openssl x509 -hash -noout -in certificate).0"
      """#)
    guard made.code == 0 else { throw TLSServerDidNotStart(words: made.talk) }
    let line =
      #"openssl s_server -accept 127.0.0.1:0 -no_dhe -rev -cert "$T/certificates/certificate" "#
      + #"-key "$T/certificates/key""#
    return try await stage.shell.whileRunning(line) { first in
      guard first.hasPrefix("ACCEPT "), let port = first.split(separator: ":").last else {
        throw TLSServerDidNotStart(words: first)
      }
      return try await body(
        TLSServer(port: String(port), certificates: stage.scratch.path + "/certificates"))
    }
  }
}

/// OpenSSL made no certificate, or its server's first line was not the promised one.
public struct TLSServerDidNotStart: Error {
  let words: String
}
