package import AfterwitSync

// A cold start pays for everything that is linked: the loader relocates it, and the runtime looks
// through the conformances of all of it for each new type. HTTP with TLS is most of that, and `new`,
// `list` and `find` never use it. So `afterwit` is linked without, and becomes `afterwit-network`,
// the same command with HTTP in it, for the verbs that need it; git does so too.

/// What reaches relays; `afterwit` itself has none.
package struct Network: Sendable {
  /// The network of this process.
  @TaskLocal static var present: Network?

  /// A relay that was opened, and how it is left.
  package struct OpenRelay: Sendable {
    let relay: any Relay
    let close: @Sendable () async -> Void

    /// A relay, and what closes its connections.
    package init(relay: any Relay, close: @escaping @Sendable () async -> Void) {
      self.relay = relay
      self.close = close
    }
  }

  /// Opens the relay at an address; one call may take as long as is said.
  let open: @Sendable (RelayAddress, Duration) -> OpenRelay

  /// A network that opens relays so.
  package init(open: @escaping @Sendable (RelayAddress, Duration) -> OpenRelay) {
    self.open = open
  }
}
