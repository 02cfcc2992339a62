internal import AfterwitSync

/// The way to a relay: its address, and what a proxy before it wants in each request.
struct RelayRoute {
  /// Where the relay is.
  let address: RelayAddress
  /// What a proxy before it wants; secrets.
  let headers: [RelayHeader]
}
