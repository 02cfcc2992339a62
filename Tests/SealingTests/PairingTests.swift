import AfterwitEncoding
import AfterwitSealing
import AfterwitTestRandomness
import AfterwitWire
import Testing

@Suite("Pairing")
struct PairingTests {
  var samples: Samples
  let invite: Invite
  let joinerKeys: DeviceKeys
  var inviter: PairingInviter
  var joiner: PairingJoiner
  let admission: EnvelopeID

  init() throws {
    samples = try Samples(47)
    let genesis = try #require(EnvelopeID([UInt8](repeating: 8, count: 32)))
    invite = Invite(genesis: genesis, relay: "https://relay.example", using: &samples.random)
    joinerKeys = DeviceKeys(using: &samples.random)
    inviter = PairingInviter(
      invite: invite, journal: samples.journal, device: samples.keys.device,
      using: &samples.random)
    joiner = PairingJoiner(invite: invite, keys: joinerKeys, using: &samples.random)
    admission = try #require(EnvelopeID([UInt8](repeating: 6, count: 32)))
  }

  static func message(_ effects: [PairingEffect]) throws -> [UInt8] {
    let messages = effects.compactMap { effect -> [UInt8]? in
      if case .leave(let bytes) = effect { return bytes }
      return nil
    }
    return try #require(messages.first)
  }

  /// The message that a side leaves, once the mailbox has given it back to that side.
  static func left(
    _ effects: [PairingEffect], by side: inout some PairingSide
  ) throws -> [UInt8] {
    let message = try message(effects)
    #expect(try side.receive(message) == [])
    return message
  }

  static func words(_ effects: [PairingEffect]) throws -> [String] {
    let words = effects.compactMap { effect -> [String]? in
      if case .ask(let words) = effect { return words }
      return nil
    }
    return try #require(words.first)
  }

  /// Goes to the point where both screens show words.
  mutating func compare() throws -> (here: [String], there: [String]) {
    let commitment = try Self.left(inviter.start(), by: &inviter)
    let shown = try inviter.receive(Self.left(joiner.receive(commitment), by: &joiner))
    let reveal = try Self.left(shown, by: &inviter)
    return (try Self.words(shown), try Self.words(joiner.receive(reveal)))
  }

  @Test("ends with the same words and the new member [AW-SEAL-18] [AW-SEAL-19] [AW-SEAL-21]")
  mutating func happyPath() throws {
    let words = try compare()
    #expect(words.here == words.there)
    #expect(words.here.count == 4)
    #expect(words.here.allSatisfy(PairingWords.list.contains))
    #expect(joiner.journal == samples.journal)
    #expect(joiner.inviter == samples.keys.device)
    #expect(try inviter.confirm() == [])
    let confirmed = try Self.left(joiner.confirm(), by: &joiner)
    #expect(try inviter.receive(confirmed) == [.admit(joinerKeys.member)])
    let last = try inviter.admitted(by: admission)
    #expect(last.contains(.done(admission: admission)))
    #expect(try joiner.receive(Self.message(last)) == [.done(admission: admission)])
    #expect(inviter.state == .ended && joiner.state == .ended)
  }

  @Test("admits nobody before both have confirmed [AW-SEAL-21]")
  mutating func bothConfirm() throws {
    _ = try compare()
    #expect(throws: PairingFailure.outOfOrder) { try inviter.admitted(by: admission) }
    #expect(try inviter.receive(Self.message(joiner.confirm())) == [])
    #expect(inviter.state == .comparing(here: false, there: true))
    #expect(try inviter.confirm() == [.admit(joinerKeys.member)])
  }

  @Test("shows different words when somebody with the invite stands between [AW-SEAL-19]")
  mutating func between() throws {
    let attackerKeys = DeviceKeys(using: &samples.random)
    var towardsInviter = PairingJoiner(invite: invite, keys: attackerKeys, using: &samples.random)
    var towardsJoiner = PairingInviter(
      invite: invite, journal: samples.journal, device: samples.keys.device,
      using: &samples.random)
    let stolen = try Self.message(
      towardsInviter.receive(Self.left(inviter.start(), by: &inviter)))
    let left = try Self.words(inviter.receive(stolen))
    let hello = try Self.left(
      joiner.receive(Self.left(towardsJoiner.start(), by: &towardsJoiner)), by: &joiner)
    let right = try Self.words(joiner.receive(Self.message(towardsJoiner.receive(hello))))
    #expect(left != right)
  }

  @Test("a declined pairing ends on both sides [AW-SEAL-20]", arguments: [true, false])
  mutating func declined(byInviter: Bool) throws {
    _ = try compare()
    if byInviter {
      #expect(try joiner.receive(Self.message(inviter.decline())) == [.declined])
    } else {
      #expect(try inviter.receive(Self.message(joiner.decline())) == [.declined])
    }
    #expect(inviter.state == .ended && joiner.state == .ended)
    #expect(throws: PairingFailure.ended) { try inviter.confirm() }
    #expect(throws: PairingFailure.ended) { try joiner.confirm() }
  }

  @Test("a message that lies there twice is read once [AW-SEAL-33]")
  mutating func repeated() throws {
    let commitment = try Self.left(inviter.start(), by: &inviter)
    let hello = try Self.left(joiner.receive(commitment), by: &joiner)
    #expect(try joiner.receive(commitment) == [] && joiner.receive(hello) == [])
    let reveal = try Self.left(inviter.receive(hello), by: &inviter)
    #expect(try inviter.receive(hello) == [] && inviter.receive(commitment) == [])
    #expect(inviter.state == .comparing(here: false, there: false))
    #expect(try !joiner.receive(reveal).isEmpty && joiner.receive(reveal) == [])
    #expect(joiner.state == .comparing)
  }

  @Test("what is said again in other words ends it [AW-SEAL-20]")
  mutating func saidAgain() throws {
    let commitment = try Self.left(inviter.start(), by: &inviter)
    var second = PairingJoiner(invite: invite, keys: joinerKeys, using: &samples.random)
    let other = try Self.message(second.receive(commitment))
    _ = try Self.left(inviter.receive(Self.message(joiner.receive(commitment))), by: &inviter)
    #expect(throws: PairingFailure.outOfOrder) { try inviter.receive(other) }
    #expect(throws: PairingFailure.ended) { try inviter.receive(other + [0]) }
    #expect(inviter.state == .ended)
  }

  @Test("a reordered message ends it [AW-SEAL-20]")
  mutating func reordered() throws {
    let commitment = try Self.left(inviter.start(), by: &inviter)
    var copy = joiner
    let hello = try Self.left(copy.receive(commitment), by: &copy)
    let reveal = try Self.message(inviter.receive(hello))
    #expect(throws: PairingFailure.outOfOrder) { try joiner.receive(reveal) }
    _ = try copy.receive(reveal)
    let confirmed = try Self.message(copy.confirm())
    var fresh = PairingInviter(
      invite: invite, journal: samples.journal, device: samples.keys.device,
      using: &samples.random)
    _ = try fresh.start()
    #expect(throws: PairingFailure.outOfOrder) { try fresh.receive(confirmed) }
  }

  @Test("a message before the one that it answers ends it; a no is never too early [AW-SEAL-28]")
  mutating func tooEarly() throws {
    let commitment = try Self.message(inviter.start())
    let hello = try Self.message(joiner.receive(commitment))
    var unseen = inviter
    #expect(throws: PairingFailure.outOfOrder) { try unseen.receive(hello) }
    #expect(try inviter.receive(commitment) == [])
    let reveal = try Self.message(inviter.receive(hello))
    var early = joiner
    #expect(throws: PairingFailure.outOfOrder) { try early.receive(reveal) }
    #expect(try joiner.receive(hello) == [])
    _ = try joiner.receive(reveal)
    var refusing = joiner
    let confirmed = try Self.message(joiner.confirm())
    var hasty = inviter
    #expect(throws: PairingFailure.outOfOrder) { try hasty.receive(confirmed) }
    #expect(hasty.state == .ended)
    var patient = inviter
    #expect(try patient.receive(Self.message(refusing.decline())) == [.declined])
    #expect(try inviter.receive(reveal) == [])
    #expect(try inviter.receive(confirmed) == [])
    #expect(inviter.state == .comparing(here: false, there: true))
  }

  @Test("one's own messages are passed over [AW-SEAL-20]")
  mutating func ownMessages() throws {
    let commitment = try Self.message(inviter.start())
    #expect(try inviter.receive(commitment) == [])
    let hello = try Self.message(joiner.receive(commitment))
    #expect(try joiner.receive(hello) == [])
    #expect(joiner.state == .introduced)
  }

  @Test("a second joiner with the same invite is noticed [AW-SEAL-20]")
  mutating func impostor() throws {
    var second = PairingJoiner(
      invite: invite, keys: DeviceKeys(using: &samples.random), using: &samples.random)
    let commitment = try Self.left(inviter.start(), by: &inviter)
    let foreign = try Self.message(second.receive(commitment))
    let hello = try Self.message(joiner.receive(commitment))
    #expect(throws: PairingFailure.impostor) { try joiner.receive(foreign) }
    _ = try inviter.receive(hello)
    #expect(throws: PairingFailure.outOfOrder) { try inviter.receive(foreign) }
  }

  @Test("a changed byte, another invite and rubbish do not open [AW-SEAL-17] [AW-SEAL-20]")
  mutating func unreadable() throws {
    let commitment = try Self.message(inviter.start())
    for offset in commitment.indices.dropFirst() {
      var changed = commitment
      changed[offset] ^= 1
      var copy = joiner
      #expect(throws: PairingFailure.unreadable) { try copy.receive(changed) }
    }
    let other = Invite(genesis: invite.genesis, relay: invite.relay, using: &samples.random)
    var stranger = PairingJoiner(invite: other, keys: joinerKeys, using: &samples.random)
    #expect(throws: PairingFailure.unreadable) { try stranger.receive(commitment) }
    #expect(throws: PairingFailure.unreadable) { try joiner.receive([]) }
    #expect(joiner.state == .ended)
  }

  @Test("the invite comes back from its line, whatever surrounds it [AW-SEAL-16]")
  func inviteLine() {
    let text = invite.text
    #expect(text.hasPrefix("awi1-"))
    let keyed = Invite(
      secret: invite.secret, genesis: invite.genesis, relay: invite.relay,
      relayKey: [UInt8](repeating: 7, count: 32))
    #expect(Invite(text: keyed.text) == keyed && keyed != invite)
    for line in [text, "  \(text)\r\n", text.uppercased(), "\t" + text] {
      #expect(Invite(text: line) == invite)
    }
    for place in 5..<text.count {
      var letters = Array(text)
      letters[place] = letters[place] == "7" ? "8" : "7"
      #expect(Invite(text: String(letters)) == nil, "\(place)")
    }
    for wrong in ["", "awi1-", "awr1-" + text.dropFirst(5), String(text.dropLast()), text + " x"] {
      #expect(Invite(text: wrong) == nil)
    }
  }

  @Test("the words are 1,024, ascending, none a prefix of another [AW-SEAL-19]")
  func words() {
    let list = PairingWords.list
    #expect(list.count == 1024)
    #expect(Set(list).count == 1024)
    #expect(list == list.sorted())
    for (word, next) in zip(list, list.dropFirst()) {
      #expect(!next.hasPrefix(word), "\(word) \(next)")
    }
    #expect(list.allSatisfy { (3...8).contains($0.count) && $0.allSatisfy(\.isLowercase) })
  }
}
