internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire

extension StorageClause {
  static let orders = [
    StorageClause("envelopes stand as they were inserted, each place with its hash") { session in
      let begun = try await session.found()
      let changes = try session.changes(12)
      let middle = try await session.append(Array(changes[..<5]), to: begun)
      let journal = try await session.append(Array(changes[5...]), to: middle)
      var cursor = RelayCursor.start
      for envelope in [session.genesis] + changes {
        cursor = cursor.advanced(past: envelope.id)
        let position = cursor.position
        let hash = try await session.storage.read {
          try $0.runningHash(at: position, in: journal)
        }
        try session.expect(hash == cursor.hash, "the hash at \(position) is another")
      }
      try session.expect(journal.end == cursor, "the end is \(journal.end.text)")
      let kept = try await session.storage.read { try $0.journal(journal.id) }
      try session.expect(kept == journal, "the end that is kept is another")
      let bytes = [session.genesis.bytes] + changes.map(\.bytes)
      for position in [0, 1, 7, 12, 13, 14, .max] as [UInt64] {
        let page = try await session.order(after: position, of: journal)
        try session.expect(
          page.envelopes == Array(bytes.dropFirst(Int(clamping: position))),
          "\(page.envelopes.count) envelopes after \(position)")
      }
    },
    StorageClause("there is no hash at the start and beyond the end") { session in
      let journal = try await session.found()
      for position in [0, 2, .max] as [UInt64] {
        let hash = try await session.storage.read {
          try $0.runningHash(at: position, in: journal)
        }
        try session.expect(hash == nil, "a hash at \(position)")
      }
    },
    StorageClause("a page takes what it has room for, and knows the first that is left") {
      session in
      let begun = try await session.found()
      let changes = try session.changes(5)
      let journal = try await session.append(changes, to: begun)
      let room = 2 * Page.byteCount(of: changes[0].bytes)
      let device = session.founder.device
      let pages = [
        try await session.order(after: 2, of: journal, room: room),
        try await session.log(of: device, 3...9, in: journal, room: room),
      ]
      for page in pages {
        try session.expect(
          page.envelopes == changes[1...2].map(\.bytes) && page.left == changes[3].bytes,
          "\(page.envelopes.count) envelopes in room for two")
      }
    },
    StorageClause("an envelope comes back byte for byte, long or of an unknown kind") { session in
      let begun = try await session.found()
      let long = try session.change(Limits.payload)
      let odd = try Envelope(
        parsing: session.founder.write(
          kind: EnvelopeKindCode(rawValue: 77), payload: Array(0...255)))
      let journal = try await session.append([long, odd], to: begun)
      let page = try await session.order(after: 1, of: journal)
      try session.expect(page.envelopes == [long.bytes, odd.bytes], "the bytes are others")
    },
    StorageClause("control envelopes are told apart, in the order, with the last") { session in
      var journal = try await session.found()
      let first = try session.change()
      let stranger = try TestMember(journal: journal.id, random: &session.random)
      let admission = try Envelope(parsing: session.founder.admit(stranger.member))
      let odd = try Envelope(
        parsing: session.founder.write(kind: EnvelopeKindCode(rawValue: 77), payload: [1]))
      try session.expect(journal.lastControl == 1, "the genesis is not the last control")
      journal = try await session.append([first, admission, odd], to: journal)
      try session.expect(journal.lastControl == 3, "the last control is \(journal.lastControl)")
      let (kept, controls) = try await session.storage.read { [journal] transaction in
        (try transaction.journal(journal.id), try transaction.allControls(of: journal))
      }
      try session.expect(kept == journal, "the journal that is kept is another")
      try session.expect(
        controls == [session.genesis.bytes, admission.bytes], "\(controls.count) controls")
    },
    StorageClause("journals do not see each other, though one device writes to both") { session in
      let begun = try await session.found()
      let changes = try session.changes(2)
      var twin = try session.twin()
      let foreign = try Envelope(parsing: twin.member.write(payload: [7]))
      let half = try await session.append([changes[0]], to: begun)
      let other = try await session.append(
        [foreign], to: session.found(twin.member.journal, genesis: twin.genesis))
      let journal = try await session.append([changes[1]], to: half)
      let device = session.founder.device
      try session.expect(other.key != journal.key && other.end.position == 2, "one order for two")
      let page = try await session.order(of: journal)
      try session.expect(
        page.envelopes == ([session.genesis] + changes).map(\.bytes), "the orders are mixed")
      let log = try await session.log(of: device, 1...9, in: other)
      try session.expect(
        log.envelopes == [twin.genesis.bytes, foreign.bytes], "the logs are mixed")
      let mixed = try await session.storage.read { transaction in
        var mixed: [String] = []
        let tips = try transaction.heads(of: other).tips[device]
        if tips != [Heads.Tip(number: 2, id: foreign.id)] { mixed.append("tips") }
        if try transaction.allControls(of: other).count != 1 { mixed.append("controls") }
        let prefix = try transaction.prefix(by: device, number: 2, in: other)
        if prefix != Array(foreign.bytes.prefix(Envelope.prefixByteCount)) {
          mixed.append("prefixes")
        }
        if try transaction.number(of: foreign.id, by: device, in: journal) != nil {
          mixed.append("numbers")
        }
        if try transaction.runningHash(at: 3, in: other) != nil { mixed.append("hashes") }
        return mixed
      }
      try session.expect(mixed.isEmpty, "mixed up: \(mixed)")
      let isHeld = try await session.storage.read { try $0.holds(foreign.id) }
      try session.expect(isHeld, "an envelope is not known whatever its journal")
    },
  ]
}
