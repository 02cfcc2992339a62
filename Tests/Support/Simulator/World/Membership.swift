internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitTestRandomness
internal import AfterwitWire
internal import Synchronization

// Pairing costs two sessions, a mailbox and several post-quantum key exchanges, far more than the
// rest of a small run. The homes of a founder and of three members whom it has admitted are
// therefore made once a process, each with exactly what a pairing would have left there, and every
// run begins with copies of them. Runs that draw a pairing add a member by it.

/// The homes with which runs begin: those of a founder, and of members that never synced.
enum Membership {
  /// The word in all that is typed, so that a look at a relay finds any of it.
  static let stem = "quagga"
  /// Where the relay is said to be.
  static let address = "http://127.0.0.1:1"

  /// Makes so many homes; the files of each, by name.
  static func make(_ count: Int) throws -> [[String: [UInt8]]] {
    let folder = try Scratch.make()
    defer { Scratch.remove(folder) }
    let randomness = Randomness(seed: 1)
    let environment = Environment(
      nowMilliseconds: { 1_799_999_000_000 }, randomBytes: { randomness.bytes($0) },
      localTime: { LocalTime(universal: $0) })
    let paths = (0..<count).map { "\(folder)/\($0)" }
    try fill(paths, environment, randomness)
    return try paths.map(Scratch.files)
  }

  /// Founds the journal in the first home and lets the others be its members.
  private static func fill(
    _ paths: [String], _ environment: Environment, _ randomness: Randomness
  ) throws {
    let founder = try Device.initialize(
      Home(path: paths[0]), name: "\(stem) 0", environment: environment
    ) { _ in }
    try founder.setRelay(address, code: nil)
    for (index, path) in paths.enumerated().dropFirst() {
      try admit(index, at: path, by: paths[0], randomness)
    }
  }

  /// Makes a member's home and lets the founder admit it.
  private static func admit(
    _ index: Int, at path: String, by founder: String, _ randomness: Randomness
  ) throws {
    var random = randomness.generator
    let keys = DeviceKeys(using: &random)
    let genesis = try Store(inFolder: founder).write { transaction in
      guard let journal = try transaction.property(.journal).flatMap(JournalID.init),
        let own = try transaction.property(.deviceKeys).map(DeviceKeys.init(decoding:)),
        let ring = try transaction.property(.keyring).map(Keyring.init(decoding:)),
        let tip = try transaction.heads().tips[own.device]?.max()
      else { throw StoreFailure.damaged("a founder without a journal") }
      let records = try AdmissionRecords.records(
        member: keys.member, epochs: ring.keys, journal: journal)
      let envelope = try ControlEnvelope.signed(
        records, journal: journal, number: tip.number + 1, previous: tip.id, keys: own)
      try transaction.insert(envelope, standing: .applied)
      try transaction.setProperty(.ownTip, to: envelope.id.bytes)
      return (journal, try transaction.property(.genesis))
    }
    try Store.create(inFolder: path).write { transaction in
      try transaction.setProperty(.journal, to: genesis.0.bytes)
      try transaction.setProperty(.genesis, to: genesis.1)
      try transaction.setProperty(.deviceKeys, to: keys.bytes)
      try transaction.setProperty(.ownTip, to: EnvelopeID.zero.bytes)
      try transaction.setProperty(.deviceName, to: Array("\(stem) \(index)".utf8))
      try transaction.setProperty(.relayAddress, to: Array(address.utf8))
    }
  }
}

/// Randomness that several owners draw from, and that can be begun anew.
final class Randomness: Sendable {
  private let state: Mutex<SeededGenerator>

  init(seed: UInt64) {
    state = Mutex(SeededGenerator(seed: seed))
  }

  /// Begins the sequence of another seed.
  func restart(seed: UInt64) {
    state.withLock { $0 = SeededGenerator(seed: seed) }
  }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { generator in
      var bytes: [UInt8] = []
      while bytes.count < count {
        withUnsafeBytes(of: generator.next().littleEndian) { bytes += $0 }
      }
      return Array(bytes.prefix(count))
    }
  }

  /// A generator that goes on from here by itself.
  var generator: SeededGenerator {
    state.withLock { SeededGenerator(seed: $0.next()) }
  }
}
