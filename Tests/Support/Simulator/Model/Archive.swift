internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

/// All that one home holds, read from the envelopes alone: what was made on what.
struct Archive {
  /// One change, opened.
  struct Entry {
    let id: EnvelopeID
    let parents: Set<EnvelopeID>
    let blocks: [Change.Block]
    /// The index in the store's causal graph, where it has one.
    let place: Int?

    /// The changes that it takes back.
    var undone: [EnvelopeID] {
      blocks.flatMap { block -> [EnvelopeID] in
        if case .undo(let names) = block.operations { names } else { [] }
      }
    }

    /// Whether it takes copies out, which devices do by themselves.
    var isOfTwins: Bool {
      blocks.allSatisfy { block in
        guard case .text(let operations) = block.operations else { return false }
        return operations.first == .same
      }
    }
  }

  /// The tips of every log.
  let heads: Heads
  /// The ids of everything that is held.
  let ids: Set<EnvelopeID>
  /// The changes that open with the keys at hand, in the order of admission.
  let changes: [Entry]
  /// The lengths of what is sealed in the changes, without the tag, in bytes.
  let lengths: Set<Int>
  /// The token of the last session.
  let token: Token?

  /// Reads the home of a device beside the device itself.
  init(of path: String) throws {
    (heads, ids, changes, lengths, token) = try Store(inFolder: path).read { transaction in
      let keyring = try transaction.property(.keyring).map(Keyring.init(decoding:)) ?? Keyring()
      var ids: Set<EnvelopeID> = []
      var changes: [Entry] = []
      var lengths: Set<Int> = []
      try transaction.forEachEnvelope { bytes in
        let envelope = try Envelope(parsing: bytes)
        ids.insert(envelope.id)
        guard envelope.header.kind == .change,
          let body = try? Sealer.open(envelope, with: keyring), let change = try? Change(body: body)
        else { return }
        lengths.insert(envelope.payload.count - 16)
        let previous = change.followsPredecessor ? [envelope.header.previous] : []
        changes.append(
          Entry(
            id: envelope.id, parents: Set(change.parents + previous), blocks: change.blocks,
            place: try transaction.changeIndex(envelope.id)))
      }
      let token = try transaction.property(.relayToken).flatMap(Token.init)
      return (try transaction.heads(), ids, changes, lengths, token)
    }
  }

  /// Only the ids of what a home holds.
  static func ids(of path: String) throws -> Set<EnvelopeID> {
    try Store(inFolder: path).read { transaction in
      var ids: Set<EnvelopeID> = []
      try transaction.forEachEnvelope { ids.insert(try Envelope(parsing: $0).id) }
      return ids
    }
  }
}
