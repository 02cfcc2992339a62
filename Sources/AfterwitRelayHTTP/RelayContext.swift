internal import Hummingbird
internal import NIOCore

/// What the responder is told of a request's connection.
struct RelayContext: InitializableFromSource {
  /// The connection.
  let channel: any Channel
  /// Who is at its other end: `nil` where that is no address.
  let peer: PeerAddress?

  init(source: ApplicationRequestContextSource) {
    channel = source.channel
    peer = source.channel.remoteAddress?.ipAddress.flatMap { PeerAddress($0) }
  }
}
