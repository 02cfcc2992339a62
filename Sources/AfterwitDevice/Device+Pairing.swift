public import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

extension Device {
  /// Lets another machine join the journal, through a mailbox at the relay.
  ///
  /// - Parameters:
  ///   - clock: what measures the mailbox's life, and what waits between two looks into it.
  ///   - show: gets the invite's line as soon as the mailbox stands.
  ///   - confirm: gets the four words; tells whether the other screen shows the same.
  /// - Returns: The new device, which is a member when this returns, at the relay too.
  public func invite(
    over relay: any Relay, clock: some Clock<Duration> = ContinuousClock(),
    show: (String) async -> Void, confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) -> DeviceID {
    try await DeviceFailure.naming {
      guard let address = try relayAddress() else { throw DeviceFailure.noRelay }
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
      guard let token = try DeviceReplica(self).relayState().token else {
        throw DeviceFailure(RelayFailure.refused(.unauthorized, retryAfterSeconds: nil))
      }
      var random = environment.random
      let invite = Invite(genesis: genesis, relay: address, using: &random)
      _ = try await relay.openMailbox(invite.mailboxToken.mailbox, as: token)
      await show(invite.text)
      do {
        return try await pair(invite, over: relay, clock: clock, confirm: confirm)
      } catch {
        // The failure that ended the pairing is what matters; the mailbox also closes by itself.
        _ = try? await relay.closeMailbox(invite.mailboxToken.mailbox, as: token)
        throw error
      }
    }
  }

  private func pair(
    _ invite: Invite, over relay: any Relay, clock: some Clock<Duration>,
    confirm: ([String]) async -> Bool
  ) async throws -> DeviceID {
    var random = environment.random
    let identity = try store.read { transaction in try transaction.identity() }
    var pairing = PairingInviter(
      invite: invite, journal: identity.journal, device: identity.device, using: &random)
    var mailbox = Mailbox(relay: relay, token: invite.mailboxToken, clock: clock)
    var effects = try pairing.start()
    var joined: DeviceID?
    while true {
      while !effects.isEmpty {
        switch effects.removeFirst() {
        case .leave(let message): try await mailbox.leave(message)
        case .ask(let words):
          let isSame = await confirm(words)
          effects += isSame ? try pairing.confirm() : try pairing.decline()
          if !isSame {
            try await mailbox.leave(all: effects)
            throw DeviceFailure.declinedHere
          }
        case .admit(let member):
          let admission = try admit(member)
          _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
          joined = member.device
          effects += try pairing.admitted(by: admission)
        case .declined: throw DeviceFailure.declinedThere
        case .done:
          guard let joined else { preconditionFailure("nobody is done before being admitted") }
          return joined
        }
      }
      effects = try pairing.receive(try await mailbox.next())
    }
  }

  private func admit(_ member: Member) throws -> EnvelopeID {
    try store.write { transaction in
      let records = try AdmissionRecords.records(
        member: member, epochs: try transaction.keyring().keys, journal: journal)
      return try Author(environment: environment, transaction: transaction).record(records)
    }
  }

  /// How long a new device may go on taking in what the journal holds; a hundred thousand changes
  /// take half a minute on two cores.
  private static let firstSyncTimeout = Duration.seconds(300)

  /// Joins a journal with the line that another device shows, in an unused home.
  ///
  /// - Parameters:
  ///   - invite: the line `awi1-…`.
  ///   - clock: what measures the mailbox's life, and what waits between two looks into it.
  ///   - makeRelay: connects to the relay at the address that the invite names.
  ///   - confirm: gets the four words; tells whether the other screen shows the same.
  /// - Returns: The device; what its first sync could bring is there.
  public static func join(
    _ home: Home, name: String, invite: String, environment: Environment,
    clock: some Clock<Duration> = ContinuousClock(),
    makeRelay: (String) throws -> any Relay, confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) -> Device {
    try home.requireUnused()
    try requireFitting(name: name)
    guard let invite = Invite(text: invite) else { throw .badInvite }
    return try await DeviceFailure.naming {
      let relay = try makeRelay(invite.relay)
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded(environment)
      var random = environment.random
      let keys = DeviceKeys(using: &random)
      let journal = try await introduce(
        keys, with: invite, over: relay, clock: clock, random: random, confirm: confirm)
      let identity = Identity(journal: journal, genesis: invite.genesis, keys: keys)
      try store.write { transaction in
        try identity.save(transaction, in: home)
        try transaction.setProperty(.deviceName, to: Array(name.utf8))
        try transaction.setProperty(.relayAddress, to: Array(invite.relay.utf8))
      }
      let device = Device(home: home, store: store, identity: identity, environment: environment)
      // The device is a member now, whether or not the first sync gets through.
      _ = try? await device.exchange(with: relay, timeout: Self.firstSyncTimeout, clock: clock)
      return device
    }
  }

  private static func introduce(
    _ keys: DeviceKeys, with invite: Invite, over relay: any Relay, clock: some Clock<Duration>,
    random: EnvironmentRandom, confirm: ([String]) async -> Bool
  ) async throws -> JournalID {
    var random = random
    var pairing = PairingJoiner(invite: invite, keys: keys, using: &random)
    var mailbox = Mailbox(relay: relay, token: invite.mailboxToken, clock: clock)
    while true {
      var effects = try pairing.receive(try await mailbox.next())
      while !effects.isEmpty {
        switch effects.removeFirst() {
        case .leave(let message): try await mailbox.leave(message)
        case .ask(let words):
          let isSame = await confirm(words)
          effects += isSame ? try pairing.confirm() : try pairing.decline()
          if !isSame {
            try await mailbox.leave(all: effects)
            throw DeviceFailure.declinedHere
          }
        case .declined: throw DeviceFailure.declinedThere
        case .admit: preconditionFailure("a joiner admits nobody")
        case .done:
          guard let journal = pairing.journal else {
            preconditionFailure("the journal is known from the first message on")
          }
          return journal
        }
      }
    }
  }
}

/// One side's view of a pairing's mailbox: what was read, and what is still to come.
private struct Mailbox<Time: Clock> where Time.Duration == Duration {
  let relay: any Relay
  let token: Token
  private let clock: Time
  private let pause = Duration.milliseconds(150)
  private var unread: [[UInt8]] = []
  private var readCount = 0
  private let deadline: Time.Instant

  init(relay: any Relay, token: Token, clock: Time) {
    self.relay = relay
    self.token = token
    self.clock = clock
    deadline = clock.now.advanced(by: .seconds(Limits.mailboxLifetime))
  }

  func leave(_ message: [UInt8]) async throws {
    _ = try await relay.leave(message, in: token)
  }

  func leave(all effects: [PairingEffect]) async throws {
    for case .leave(let message) in effects {
      try await leave(message)
    }
  }

  /// Waits for the next message, as long as the mailbox stands.
  mutating func next() async throws -> [UInt8] {
    while unread.isEmpty {
      guard clock.now < deadline else { throw DeviceFailure.badInvite }
      do {
        unread = try await relay.collect(after: readCount, in: token).value.messages
      } catch .refused(.unknown, _) {
        throw DeviceFailure.badInvite
      }
      readCount += unread.count
      if unread.isEmpty { try await clock.sleep(for: pause) }
    }
    return unread.removeFirst()
  }
}

extension DeviceFailure {
  static let noRelay = DeviceFailure(
    .usage, "No relay is set.", safe: "Nothing was changed.",
    next: "Type: afterwit relay set URL --code CODE")

  static let badInvite = DeviceFailure(
    .authentication, "The invite is wrong, has expired or was used before.",
    safe: "Nothing was changed.", next: "On the other machine, type: afterwit device invite")

  fileprivate static let declinedHere = DeviceFailure(
    .authentication, "The words were not confirmed.", safe: "No device was admitted.",
    next: "If they differed, somebody else has the invite: make a new one and send it another way.")

  fileprivate static let declinedThere = DeviceFailure(
    .authentication, "The other machine did not confirm the words.",
    safe: "No device was admitted.",
    next: "If they differed, somebody else has the invite: make a new one and send it another way.")

  init(_ failure: PairingFailure) {
    switch failure {
    case .impostor, .outOfOrder, .ended: self = .badInvite
    case .unreadable, .malformed, .proof, .commitment, .cryptography:
      self.init(
        .authentication, "The other side of the pairing is not what it says (\(failure)).",
        safe: "No device was admitted.",
        next: "Make a new invite, and send it so that nobody else can read it.")
    }
  }
}
