internal import AfterwitSync

extension Sentences {
  /// The words for an address that cannot be a relay's.
  init(_ failure: RelayAddress.Failure) {
    let safe = "Nothing was changed."
    let form = "Type an address such as https://relay.example or http://127.0.0.1:8787"
    switch failure {
    case .malformed:
      self.init("This is not the address of a relay.", safe: safe, next: form)
    case .tooLong(let limit):
      self.init(
        "A relay's address has at most \(limit) bytes: an invite carries it.", safe: safe,
        next: form)
    case .scheme(let scheme):
      self.init("A relay is not reached over \(scheme).", safe: safe, next: form)
    case .credentials:
      self.init("An address carries no name and no password.", safe: safe, next: form)
    case .query:
      self.init("An address carries no query and no fragment.", safe: safe, next: form)
    case .plainBeyondLoopback(let host):
      self.init(
        "Plain HTTP to \(host) would leave this machine.", safe: safe,
        next: "Use https://, or add --insecure where the network between is your own.")
    }
  }
}
