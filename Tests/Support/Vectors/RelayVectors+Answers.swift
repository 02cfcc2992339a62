extension RelayVectors {
  /// What became of an envelope: its number, and what stands behind it.
  private typealias Outcome = (code: UInt8, rest: [UInt8])

  static var appends: [VectorValue] {
    let header = [UInt8](repeating: 0x5f, count: 264)
    let cases: [(String, [Outcome])] = [
      ("nothing", []),
      ("stored, held already, forked", [(0, []), (1, []), (2, header), (0, [])]),
      ("refused for each reason", (1...6).map { (3, [$0]) }),
      (
        "over quota",
        [(0, []), (4, use(1, 1023 << 10, 2 << 20)), (4, use(2, .max, UInt64(500_000)))]
      ),
    ]
    let (before, after) = (cursor([ids[0]]), cursor(ids))
    return cases.map { name, outcomes in
      .object([
        ("name", .text(name)), ("before", .bytes(before)), ("after", .bytes(after)),
        ("heads", value(heads[2].1)),
        (
          "outcomes",
          .list(
            outcomes.map { outcome in
              var fields: [(name: String, value: VectorValue)] = [
                ("outcome", .count(Int(outcome.code)))
              ]
              if outcome.code == 2 { fields.append(("held", .bytes(outcome.rest))) }
              if outcome.code == 3 { fields.append(("reason", .count(Int(outcome.rest[0])))) }
              if outcome.code == 4 {
                fields += [
                  ("measure", .count(Int(outcome.rest[0]))),
                  ("used", .bytes(Array(outcome.rest[1..<9]))),
                  ("limit", .bytes(Array(outcome.rest[9...]))),
                ]
              }
              return .object(fields)
            })
        ), ("bytes", .bytes(append(outcomes))),
      ])
    }
  }

  private static func use(_ measure: UInt8, _ used: UInt64, _ limit: UInt64) -> [UInt8] {
    [measure]
      + [used, limit].flatMap { value in
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      }
  }

  private static func append(_ outcomes: [Outcome]) -> [UInt8] {
    cursor([ids[0]]) + cursor(ids) + bytes(heads[2].1)
      + PlainEncoder.varint(UInt64(outcomes.count)) + outcomes.flatMap { [$0.code] + $0.rest }
  }

  static var pulls: [VectorValue] {
    let envelopes: [[UInt8]] = [[1, 2, 3], [4]]
    let cases: [(String, [Tips]?, [[UInt8]])] = [
      ("a page, more follow", nil, envelopes), ("the last page", heads[1].1, envelopes),
      ("nothing new", heads[1].1, []),
    ]
    return cases.map { name, heads, envelopes in
      var fields: [(name: String, value: VectorValue)] = [
        ("name", .text(name)), ("cursor", .bytes(cursor(ids))),
      ]
      if let heads { fields.append(("heads", value(heads))) }
      let told = heads.map { [1] + bytes($0) } ?? [0]
      return .object(
        fields + [
          ("envelopes", .list(envelopes.map { .bytes($0) })),
          ("bytes", .bytes(cursor(ids) + told + page(envelopes))),
        ])
    }
  }

  static var messages: [VectorValue] {
    [[], [[7]], [[1, 2], [], [3]]].map { messages in
      .object([
        ("messages", .list(messages.map { .bytes($0) })),
        (
          "bytes",
          .bytes(
            PlainEncoder.varint(UInt64(messages.count)) + messages.flatMap(PlainEncoder.blob))
        ),
      ])
    }
  }

  static var refused: VectorValue {
    let end = text(cursor(ids), 3)
    let many = (0..<529).map { (number: UInt64($0 + 1), id: ids[0]) }
    func list(_ cases: [(String, [UInt8])]) -> VectorValue {
      .list(cases.map { .object([("name", .text($0.0)), ("bytes", .bytes($0.1))]) })
    }
    let (start, short) = (cursor(ids) + cursor(ids), cursor(ids))
    return .object([
      (
        "heads",
        list([
          ("devices that descend", bytes([(high, [(1, ids[0])]), (low, [(1, ids[0])])])),
          ("a device twice", bytes([(low, [(1, ids[0])]), (low, [(2, ids[0])])])),
          ("numbers that descend", bytes([(low, [(2, ids[0]), (1, ids[1])])])),
          ("ids of one number that descend", bytes([(low, [(1, ids[1]), (1, ids[0])])])),
          ("a tip twice", bytes([(low, [(1, ids[0]), (1, ids[0])])])),
          ("a device without tips", bytes([(low, [])])),
          ("more tips than members and open ones", bytes([(low, many)])),
          ("a byte behind", bytes([(low, [(1, ids[0])])]) + [0]),
        ])
      ),
      (
        "cursors",
        .list(
          [
            "", "3", "3-", "-" + end.dropFirst(2), "0" + end, "+" + end, end.uppercased(),
            String(end.dropLast()), end + "0", "18446744073709551616" + end.dropFirst(),
          ].map(VectorValue.text))
      ),
      (
        "pages",
        list([
          ("half a length", [0, 0, 0]), ("an envelope cut short", [0, 0, 0, 2, 1]),
          ("a length beyond the end", [0xff, 0xff, 0xff, 0xff, 1]),
        ])
      ),
      (
        "appends",
        list([
          ("an outcome that is none", append([(5, [])])),
          ("a measure that is none", append([(4, use(3, 1, 2))])),
          ("a use cut short", append([(4, Array(use(1, 1, 2).dropLast()))])),
          ("reason 0", append([(3, [0])])),
          ("reason 7", append([(3, [7])])),
          ("fewer than were counted", Array(append([]).dropLast()) + [1]),
          ("a byte behind the last", append([(0, [])]) + [0]),
          ("a header cut short", append([(2, [UInt8](repeating: 1, count: 263))])),
          ("a cursor cut short", Array(start.prefix(79))),
        ])
      ),
      (
        "pulls",
        list([
          ("neither 0 nor 1", short + [2]), ("no heads where they are told", short + [1]),
          ("an envelope cut short", short + [0, 0, 0, 0, 2, 1]),
        ])
      ),
      (
        "messages",
        list([
          ("seventeen messages", [17] + [UInt8](repeating: 0, count: 17)),
          ("fewer than were counted", [2, 0]), ("a byte behind the last", [1, 0, 0]),
        ])
      ),
    ])
  }

  static var targets: [VectorValue] {
    let start = text(cursor([]), 0)
    let log = "/v1/logs/" + PlainEncoder.hexadecimal(low)
    let good = [
      "/v1/envelopes?after=\(start)", "/v1/heads", "\(log)?from=1&to=2",
      "\(log)?from=0&to=18446744073709551615", "/v1/mailbox?after=0", "/healthz", "/healthz?now",
    ]
    let malformed = [
      "/v1/envelopes", "/v1/envelopes?", "/v1/envelopes?after=", "/v1/envelopes?after=\(start)&",
      "/v1/envelopes?after=\(start)&after=\(start)", "/v1/envelopes?x=1&after=\(start)",
      "/v1/envelopes?after=\(start)&x=1", "/v1/envelopes?After=\(start)",
      "/v1/envelopes?after=0\(start)", "/v1/envelopes?after=%30\(start.dropFirst())",
      "/v1/heads?", "/v1/heads?x=1", "\(log)?to=2&from=1", "\(log)?from=1", "\(log)?from=+1&to=2",
      "\(log)?from=01&to=2", "\(log)?from=1&to=2&to=2", "\(log)?from=&to=2",
      "\(log)?from=1&to=18446744073709551616", "/v1/logs/12?from=1&to=2", "/v1/mailbox",
      "/v1/mailbox?after=-1", "/v1/mailbox?after=00", "/v1/events?", "/v1/events?after=1",
    ]
    let path = [
      "/", "/v1", "/v1/heads/", "//v1/heads", "/v1//heads", "/V1/heads", "/v1/%68eads",
      "/journal/v1/heads", "/v1/challenges", "/v1/mailboxes", "/v2/heads", "/v1/events/",
    ]
    return [(good, nil), (malformed, "malformed"), (path, "path")].flatMap { targets, refusal in
      targets.map { target in
        .object(
          [("method", .text("GET")), ("target", .text(target))]
            + (refusal.map { [("refusal", .text($0))] } ?? []))
      }
    }
  }
}
