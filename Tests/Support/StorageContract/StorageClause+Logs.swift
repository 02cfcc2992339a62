internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitRelayContract
internal import AfterwitWire

extension StorageClause {
  static let logs = [
    StorageClause("a log comes by number and then id, both ends inclusive") { session in
      let begun = try await session.found()
      var clone = session.founder
      let changes = try session.changes(11)
      let forks = try (0..<3).map { _ in
        try Envelope(parsing: clone.write(payload: TestMember.bytes(9, &session.random)))
      }
      // Later numbers and greater ids first, so that the order of insertion is not that of the log.
      let mixed = (changes + forks).sorted { ($1.header.number, $1.id) < ($0.header.number, $0.id) }
      let journal = try await session.append(mixed, to: begun)
      let log = [session.genesis.bytes] + mixed.reversed().map(\.bytes)
      let device = session.founder.device
      let whole = try await session.log(of: device, 1 ... .max, in: journal)
      try session.expect(whole.envelopes == log, "the log is in another order")
      let part = try await session.log(of: device, 3...10, in: journal)
      try session.expect(part.envelopes == Array(log[3...12]), "the ends are not inclusive")
      let beyond = try await session.log(of: device, 13 ... .max, in: journal)
      try session.expect(beyond.envelopes.isEmpty, "envelopes beyond the end")
      let stranger = try TestMember(journal: journal.id, random: &session.random).device
      let none = try await session.log(of: stranger, 1 ... .max, in: journal)
      try session.expect(none.envelopes.isEmpty, "the log of a stranger")
    },
    StorageClause("of a fork, the one that was held first gives header and signature") { session in
      var journal = try await session.found()
      for isGreaterFirst in [true, false] {
        var clone = session.founder
        let branches = [
          try session.change(),
          try Envelope(parsing: clone.write(payload: TestMember.bytes(9, &session.random))),
        ].sorted { ($0.id < $1.id) != isGreaterFirst }
        journal = try await session.append(branches, to: journal)
        let header = branches[0].header
        let prefix = try await session.storage.read { [journal] in
          try $0.prefix(by: header.device, number: header.number, in: journal)
        }
        try session.expect(
          prefix == Array(branches[0].bytes.prefix(Envelope.prefixByteCount)),
          "the prefix of another")
      }
      let stranger = try TestMember(journal: journal.id, random: &session.random).device
      let device = session.founder.device
      let others = try await session.storage.read { [journal] transaction in
        [
          try transaction.prefix(by: device, number: 9, in: journal),
          try transaction.prefix(by: stranger, number: 1, in: journal),
        ]
      }
      try session.expect(others == [nil, nil], "a prefix of what is not held")
    },
    StorageClause("the number of an envelope is told of its own device only") { session in
      let begun = try await session.found()
      let change = try session.change()
      let journal = try await session.append([change], to: begun)
      let device = session.founder.device
      let stranger = try TestMember(journal: journal.id, random: &session.random).device
      let unheld = try session.change()
      let numbers = try await session.storage.read { transaction in
        [
          try transaction.number(of: change.id, by: device, in: journal),
          try transaction.number(of: change.id, by: stranger, in: journal),
          try transaction.number(of: unheld.id, by: device, in: journal),
        ]
      }
      try session.expect(numbers == [2, nil, nil], "\(numbers)")
      let held = try await session.storage.read { transaction in
        [try transaction.holds(change.id), try transaction.holds(unheld.id)]
      }
      try session.expect(held == [true, false], "held: \(held)")
    },
  ]

  static let tips = [
    StorageClause("tips are the envelopes that no held one names as previous") { session in
      var journal = try await session.found()
      let stranger = try TestMember(journal: journal.id, random: &session.random)
      // Each member as it stood after one of its envelopes; any of them may be gone on from.
      var stands = [session.founder, stranger]
      var held = [session.genesis]
      for round in 0..<40 {
        guard var member = stands.randomElement(using: &session.random) else { return }
        let payload = TestMember.bytes(8, &session.random)
        let envelope = try Envelope(parsing: member.write(payload: payload))
        stands.append(member)
        held.append(envelope)
        journal = try await session.append([envelope], to: journal)
        let named = Set(held.map(\.header.previous))
        var heads = Heads()
        for envelope in held where !named.contains(envelope.id) {
          heads.tips[envelope.header.device, default: []].append(
            Heads.Tip(number: envelope.header.number, id: envelope.id))
        }
        heads.tips = heads.tips.mapValues { $0.sorted() }
        let kept = try await session.storage.read { [journal] in try $0.heads(of: journal) }
        try session.expect(kept == heads, "the tips differ after \(round + 1) envelopes")
      }
    }
  ]
}
