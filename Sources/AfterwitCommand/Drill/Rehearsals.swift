internal import AfterwitDevice
internal import AfterwitSync

/// Rehearses one bad day after another, and tells of each as it ends.
struct Rehearsals {
  /// The drill.
  let drill: Drill
  /// The way to the home's relay; `nil` where none is set.
  let route: RelayRoute?
  /// The recovery secret as it was typed; `nil` where it was left out.
  let paper: String?
  /// A backup and what opens it; `nil` where none was named.
  let backup: (file: OpenedBackup, secret: BackupSecret)?
  /// Whether a backup was ever made here.
  let hasBackup: Bool
  /// Is told of each rehearsal as it ends.
  let tell: @Sendable (Rehearsal) throws -> Void

  init(
    drill: Drill, route: RelayRoute?, paper: String?,
    backup: (file: OpenedBackup, secret: BackupSecret)?, hasBackup: Bool,
    tell: @escaping @Sendable (Rehearsal) throws -> Void
  ) {
    (self.drill, self.route, self.paper) = (drill, route, paper)
    (self.backup, self.hasBackup, self.tell) = (backup, hasBackup, tell)
  }

  /// Rehearses everything.
  func perform() async throws {
    try await rehearseRelay()
    try await rehearsePaper(over: route)
    try await rehearseBackup()
    try await rehearseLoss()
  }

  private func rehearseRelay() async throws {
    guard let route else {
      let end = Rehearsal.End.skipped("no relay is set", command: "relay set URL --code CODE")
      try add(.relay, end)
      return try add(.copy, .skipped("what others wrote as this machine, a relay tells"))
    }
    var drilled: DrilledRelay?
    try await rehearse(.relay) { [drill] in
      let found = try await Connection.with(route) { relay in
        try await drill.takeAll(from: relay, into: "relay")
      }
      drilled = found
      return Rehearsal.End(found.result, deed: "gave back")
    }
    guard let drilled else { return try add(.copy, .skipped("the relay did not give everything")) }
    try add(.copy, Self.end(of: drilled))
  }

  private static func end(of drilled: DrilledRelay) -> Rehearsal.End {
    guard !drilled.isCopied else {
      return .failed(
        CommandFailure(
          .integrity, "Another machine writes as this one: this home was copied.",
          safe: "What both wrote is kept.", next: "Type: afterwit sync"))
    }
    guard drilled.isCopyFound else {
      return .failed(
        CommandFailure(
          .failed, "A copy of this home would not be found out: that is a fault of Afterwit.",
          safe: "Nothing was changed.", next: "Do not copy the home; report it."))
    }
    return .held("there is none, and one that goes on would be found", nil)
  }

  private func rehearsePaper(over route: RelayRoute?) async throws {
    guard let paper else { return try add(.paper, .skipped("no recovery secret was typed")) }
    // Without a relay of its own, the journal is brought to one that is thrown away.
    guard let route else { return }
    try await rehearse(.paper) { [drill] in
      let result = try await Connection.with(route) { relay in
        try await drill.recover(by: paper, from: relay)
      }
      return Rehearsal.End(result, deed: "brings back")
    }
  }

  private func rehearseBackup() async throws {
    guard let backup else {
      let end =
        hasBackup
        ? Rehearsal.End.skipped("none was named", command: "drill --backup FILE")
        : Rehearsal.End.skipped("none was made here", command: "backup make FILE")
      return try add(.backup, end)
    }
    try await rehearse(.backup) { [drill] in
      let result = try drill.restore(backup.file, openedBy: backup.secret)
      return Rehearsal.End(result, deed: "restores", isOlder: true)
    }
  }

  private func rehearseLoss() async throws {
    guard let relay = LoopbackRelay(storingInto: drill.folder(named: "lost-relay")) else {
      if route == nil, paper != nil {
        try add(.paper, .skipped("there is no relay to bring it back from"))
      }
      return try add(.loss, .skipped("afterwit-relay is not installed here"))
    }
    let isPaperLeft = route == nil && paper != nil
    let (drill, start) = (drill, ContinuousClock.now)
    do {
      try await relay.run { place in
        let route = RelayRoute(
          address: try Connection.address(place.address, insecure: false), headers: [])
        try await rehearse(.loss) {
          let result = try await Connection.with(route) { relay in
            try await drill.bringAll(to: relay, code: place.code)
            return try await drill.takeAll(from: relay, into: "loss").result
          }
          return Rehearsal.End(result, deed: "an empty one had everything again:")
        }
        if isPaperLeft { try await rehearsePaper(over: route) }
      }
    } catch is LoopbackRelay.Fault {
      let failure = CommandFailure(
        .failed, "The relay \(LoopbackRelay.path) did not start.", safe: "Nothing was changed.",
        next: "Type: afterwit-relay serve --help")
      try add(.loss, .failed(failure), since: start)
    }
  }

  /// Rehearses one bad day; what goes wrong is its end, and the next one is rehearsed all the same.
  private func rehearse(
    _ name: Rehearsal.Name, _ body: () async throws -> Rehearsal.End
  ) async throws {
    let start = ContinuousClock.now
    do {
      try add(name, try await body(), since: start)
    } catch let failure as DeviceFailure {
      try add(name, .failed(CommandFailure(failure)), since: start)
    } catch let failure as CommandFailure {
      try add(name, .failed(failure), since: start)
    }
  }

  private func add(
    _ name: Rehearsal.Name, _ end: Rehearsal.End, since start: ContinuousClock.Instant? = nil
  ) throws {
    let seconds = start.map { $0.duration(to: .now) / .seconds(1) } ?? 0
    try tell(Rehearsal(name: name, end: end, seconds: seconds))
  }
}
