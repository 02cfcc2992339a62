import AfterwitEncoding
import AfterwitSealing
import AfterwitWire
import Testing

@Suite("Keys, wraps and the secret on paper")
struct KeyTests {
  var samples: Samples

  init() throws {
    samples = try Samples(43)
  }

  @Test("a device's keys come back from its store, and only whole [AW-SEAL-10]")
  func deviceKeys() throws {
    let bytes = samples.keys.bytes
    let again = try DeviceKeys(decoding: bytes)
    #expect(again.member == samples.keys.member)
    #expect(again.bytes == bytes)
    #expect(again.member.rank == Member.deviceRank)
    #expect(throws: DecodingFailure.self) { try DeviceKeys(decoding: Array(bytes.dropLast())) }
    #expect(throws: DecodingFailure.self) { try DeviceKeys(decoding: bytes + [0]) }
    #expect(DeviceKeys().device != DeviceKeys().device)
  }

  @Test("a signature is the member's own")
  func signature() throws {
    let message = Domain.login.bytes + [1, 2, 3]
    let signature = try samples.keys.sign(message)
    #expect(samples.keys.member.signingKey.isValid(signature, for: message))
    #expect(!samples.keys.member.signingKey.isValid(signature, for: message + [0]))
    #expect(!DeviceKeys().member.signingKey.isValid(signature, for: message))
  }

  @Test("a wrapped key opens for its recipient in its journal only [AW-SEAL-12]")
  mutating func wraps() throws {
    let other = DeviceKeys(using: &samples.random)
    let elsewhere = try #require(JournalID([UInt8](repeating: 1, count: 16)))
    let wrapped = try samples.epoch.wrapped(for: samples.keys.member, journal: samples.journal)
    #expect(samples.keys.open(wrapped, journal: samples.journal) == samples.epoch)
    #expect(samples.keys.open(wrapped, journal: elsewhere) == nil)
    #expect(other.open(wrapped, journal: samples.journal) == nil)
    let readdressed = WrappedKey(
      epoch: wrapped.epoch, identity: wrapped.identity, recipient: other.device,
      encapsulatedKey: wrapped.encapsulatedKey, ciphertext: wrapped.ciphertext)
    #expect(other.open(readdressed, journal: samples.journal) == nil)
    let renumbered = WrappedKey(
      epoch: 2, identity: wrapped.identity, recipient: wrapped.recipient,
      encapsulatedKey: wrapped.encapsulatedKey, ciphertext: wrapped.ciphertext)
    #expect(samples.keys.open(renumbered, journal: samples.journal) == nil)
    for offset in [0, 1087, 1088, 1119] {
      var encapsulated = wrapped.encapsulatedKey
      encapsulated[offset] ^= 1
      let damaged = WrappedKey(
        epoch: 1, identity: wrapped.identity, recipient: wrapped.recipient,
        encapsulatedKey: encapsulated, ciphertext: wrapped.ciphertext)
      #expect(samples.keys.open(damaged, journal: samples.journal) == nil)
    }
  }

  @Test("a keyring comes back from its store in its only form")
  mutating func keyring() throws {
    var keyring = Keyring()
    for number in [3, 1, 2, 1] as [UInt32] {
      let key = EpochKey(number: number, using: &samples.random)
      keyring.insert(key)
      keyring.insert(key)
    }
    #expect(keyring.keys.map(\.number) == [1, 1, 2, 3])
    #expect(try Keyring(decoding: keyring.bytes) == keyring)
    #expect(try Keyring(decoding: Keyring().bytes) == Keyring())
    var swapped = keyring.bytes
    swapped.swapAt(4, 4 + 36 * 3)
    #expect(throws: DecodingFailure.self) { try Keyring(decoding: swapped) }
    #expect(throws: DecodingFailure.self) { try Keyring(decoding: keyring.bytes + [0]) }
  }

  @Test("a recovery secret is read however it was typed [AW-SEAL-15]")
  mutating func recovery() throws {
    let secret = RecoverySecret(using: &samples.random)
    let text = secret.text
    #expect(text.hasPrefix("awr1-"))
    #expect(text.count == 4 + 8 * 5)
    for typed in [
      text, text.uppercased(), text.replacing("-", with: " "), " \(text)\n",
      text.replacing("-", with: ""), text.replacing("0", with: "o"), text.replacing("1", with: "l"),
    ] {
      #expect(RecoverySecret(text: typed)?.member == secret.member, "\(typed)")
    }
    #expect(secret.member.rank == Member.recoveryRank)
  }

  @Test("one wrong letter or two swapped ones are found out [AW-SEAL-15]")
  mutating func recoveryTypingErrors() throws {
    let text = Array(RecoverySecret(using: &samples.random).text)
    for place in text.indices.dropFirst(5) where text[place] != "-" {
      for letter in "07az" where letter != text[place] {
        var typed = text
        typed[place] = letter
        #expect(RecoverySecret(text: String(typed)) == nil, samples.comment)
      }
      let next = text.index(after: place)
      guard next < text.endIndex, text[next] != "-", text[next] != text[place] else { continue }
      var typed = text
      typed.swapAt(place, next)
      #expect(RecoverySecret(text: String(typed)) == nil, samples.comment)
    }
    for wrong in ["", "awr1-", "awi1-0000", String(text.dropLast()), String(text) + "0"] {
      #expect(RecoverySecret(text: wrong) == nil)
    }
  }

  @Test("a genesis gives founder and recovery member the key [AW-SEAL-13]")
  mutating func genesis() throws {
    let recovery = RecoverySecret(using: &samples.random)
    let envelope = try Genesis.envelope(
      journal: samples.journal, keys: samples.keys, recovery: recovery.member,
      epoch: samples.epoch)
    let roster = try Roster(genesis: Envelope(parsing: envelope.bytes))
    #expect(Set(roster.members) == [samples.keys.member, recovery.member])
    var founders = Keyring()
    founders.learn(from: roster, with: samples.keys)
    var recovered = Keyring()
    recovered.learn(from: roster, with: recovery)
    #expect(founders.keys == [samples.epoch])
    #expect(recovered == founders)
    #expect(founders.writingKey(of: roster) == samples.epoch)
  }

  @Test("an admission gives the new member every key [AW-SEAL-14]")
  mutating func admission() throws {
    let recovery = RecoverySecret(using: &samples.random)
    let joiner = DeviceKeys(using: &samples.random)
    let second = EpochKey(number: 2, using: &samples.random)
    let genesis = try Genesis.envelope(
      journal: samples.journal, keys: samples.keys, recovery: recovery.member,
      epoch: samples.epoch)
    let records = try AdmissionRecords.records(
      member: joiner.member, epochs: [samples.epoch, second], journal: samples.journal)
    let envelope = try ControlEnvelope.signed(
      records, journal: samples.journal, number: 2, previous: genesis.id, keys: samples.keys)
    var roster = try Roster(genesis: genesis)
    var before = Keyring()
    before.learn(from: roster, with: joiner)
    #expect(before.keys.isEmpty)
    try roster.admit(Envelope(parsing: envelope.bytes))
    var keyring = Keyring()
    keyring.learn(from: roster, with: joiner)
    keyring.learn(from: roster, with: joiner)
    #expect(keyring.keys == [samples.epoch, second])
    #expect(roster.member(joiner.device) == joiner.member)
  }

  @Test("too many records for one envelope are refused")
  func tooManyRecords() throws {
    let record = ControlRecord.unknown(tag: 9, bytes: [UInt8](repeating: 0, count: Limits.payload))
    #expect(throws: SealingFailure.self) {
      try ControlEnvelope.signed(
        [record], journal: samples.journal, number: 1, previous: .zero, keys: samples.keys)
    }
  }
}
