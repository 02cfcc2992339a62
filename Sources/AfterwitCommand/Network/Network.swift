package import AfterwitSync

// A cold start pays for everything that is linked: the loader relocates all of it, and for each new
// type the runtime searches all of its conformances. HTTP with TLS is most of that, and `new`,
// `list` and `find` never use it. So `afterwit` is linked without HTTP. For the verbs that need it,
// it becomes `afterwit-network`, which is the same command with HTTP. git does the same.

/// The way to relays; the executable `afterwit` itself has none.
package struct Network: Sendable {
  /// The network of this process, if it has one.
  @TaskLocal static var present: Network?

  /// An open relay, and the way to close it.
  package struct OpenRelay: Sendable {
    let relay: any ListenableRelay
    let close: @Sendable () async -> Void

    /// An open relay; `close` closes its connections.
    package init(relay: any ListenableRelay, close: @escaping @Sendable () async -> Void) {
      self.relay = relay
      self.close = close
    }
  }

  /// Opens the relay at an address, with the headers that a proxy before it wants; the duration
  /// limits each call.
  let open: @Sendable (RelayAddress, [RelayHeader], Duration) -> OpenRelay

  /// A network that opens relays by this function.
  package init(open: @escaping @Sendable (RelayAddress, [RelayHeader], Duration) -> OpenRelay) {
    self.open = open
  }
}
