internal import HTTPTypes

/// The proxies whose word for who sent a request is taken, and where they say it.
///
/// Each proxy appends whom it was spoken to by. So the list is read from its end, as long as who wrote
/// an item is trusted; the first who is not is the client, whatever stands before. Only one field is
/// read, the one that the proxies write: the other would be the client's own.
package struct TrustedProxies: Sendable {
  /// The field in which proxies say it.
  package enum Field: String, CaseIterable, Sendable {
    /// `X-Forwarded-For`, as most do.
    case xForwardedFor = "x-forwarded-for"
    /// `Forwarded` (RFC 7239).
    case forwarded
  }

  private struct Network: Sendable {
    let bytes: [UInt8]
    let bits: Int

    func contains(_ address: PeerAddress) -> Bool {
      guard address.bytes.count == bytes.count else { return false }
      return (0..<bits).allSatisfy { bit in
        let mask = UInt8(0x80) >> UInt8(bit % 8)
        return address.bytes[bit / 8] & mask == bytes[bit / 8] & mask
      }
    }
  }

  private var networks: [Network] = []
  private let field: Field

  /// No proxy is trusted.
  package init() { field = .xForwardedFor }

  /// Proxies at addresses, or in networks as `10.0.0.0/8`; `nil` where one is neither.
  package init?(_ texts: [String], field: Field) {
    self.field = field
    for text in texts {
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      guard let address = parts.first.flatMap({ PeerAddress($0) }) else { return nil }
      let length = address.bytes.count * 8
      let bits = parts.count == 2 ? Int(parts[1]) : length
      guard let bits, 0...length ~= bits else { return nil }
      networks.append(Network(bytes: address.bytes, bits: bits))
    }
  }

  /// Whether an address is a trusted proxy's.
  func contains(_ address: PeerAddress) -> Bool { networks.contains { $0.contains(address) } }

  /// Who sent a request that came from a peer.
  func client(of fields: HTTPFields, from peer: PeerAddress) -> PeerAddress {
    var client = peer
    for item in items(of: fields).reversed() {
      guard contains(client), let next = PeerAddress(forwarded: item) else { break }
      client = next
    }
    return client
  }

  /// What the proxies appended, the first of them first.
  private func items(of fields: HTTPFields) -> [Substring] {
    guard !networks.isEmpty, let name = HTTPField.Name(field.rawValue), let text = fields[name]
    else {
      return []
    }
    let items = text.split(separator: ",")
    guard field == .forwarded else { return items }
    return items.map { item in
      item.split(separator: ";").lazy.compactMap { pair -> Substring? in
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "for" else {
          return nil
        }
        return parts[1]
      }.first ?? "unknown"
    }
  }
}
