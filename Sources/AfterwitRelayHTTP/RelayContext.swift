internal import AfterwitEncoding
internal import Glibc
internal import Hummingbird
internal import NIOCore

/// What the responder is told of a request's connection.
struct RelayContext: InitializableFromSource {
  /// The peer, for its rate: an IPv4 address, or the half of an IPv6 address that names a network.
  let address: String

  init(source: ApplicationRequestContextSource) {
    address = Self.network(of: source.channel.remoteAddress?.ipAddress ?? "local")
  }

  private static func network(of address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return Hexadecimal.encode(bytes.prefix(8))
  }
}
