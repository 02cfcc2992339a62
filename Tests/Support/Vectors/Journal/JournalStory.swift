// One person's journal on three machines, from its founding to decided reviews, small enough that a
// reader can follow each envelope. Each chapter of it adds envelopes to those before.

/// The envelopes of the journal, by stage.
struct JournalStory {
  static let reflection = [UInt8](repeating: 0x62, count: 10)
  static let goal = [UInt8](repeating: 0x33, count: 10)
  static let mantra = [UInt8](repeating: 0x71, count: 10)
  static let twice = [UInt8](repeating: 0x11, count: 10)
  static let marked = [UInt8](repeating: 0x95, count: 10)
  static let nowhere = [UInt8](repeating: 0xd0, count: 10)
  /// The one time that two changes share.
  static let moment: UInt64 = 1_785_004_000_000

  /// The names of stages, and the places of the envelopes that have come by then.
  private(set) var stages: [(name: String, arrived: [Int])] = []
  var log: JournalLog
  private let kept: [String: [PlainWrap]]

  /// Writes the story; `kept` are wraps of an earlier run, by the names of their envelopes.
  init(keeping kept: [String: [PlainWrap]]) throws {
    self.kept = kept
    log = JournalLog(authors: JournalVectors.authors)
    try found()
    end("founded, and joined by two")
    try writeApart()
    end("written apart")
    try writeStrangely()
    end("not understood, not fit, not here")
    try decide()
    stages.append(("decided", Array(log.items.indices)))
    try writeLists()
    stages.append(("lists and counters", Array(log.items.indices)))
    try takeBack()
    stages.append(("taken back", Array(log.items.indices)))
    try bringBack()
    stages.append(("brought back", Array(log.items.indices)))
  }

  private mutating func end(_ stage: String) {
    stages.append((stage, log.items.indices.filter { !log.items[$0].isLate }))
  }

  /// The name of a device, as a field of the journal.
  func name(of author: String) throws -> ChangeBytes.Field {
    let device =
      author == "recovery"
      ? try JournalVectors.recovery.device() : try log.authors[author]?.member.device() ?? []
    return .named("name:" + PlainEncoder.hexadecimal(device), family: 2)
  }

  private mutating func found() throws {
    let desk = try member("desk").bytes()
    let epoch = PlainEncoder.integer(1, width: 32) + Self.identity(1)
    try log.control(
      by: "desk", "genesis",
      record(1, desk) + record(1, JournalVectors.recovery.bytes()) + record(2, epoch)
        + wraps("genesis", [(1, member("desk")), (1, JournalVectors.recovery)]))
    let fields = try [("desk", "desk"), ("recovery", "paper")].map { (try name(of: $0.0), $0.1) }
      .sorted { $0.0.name(in: ChangeVectors.fields) < $1.0.name(in: ChangeVectors.fields) }
    try log.change(
      by: "desk", "desk's name", after: [],
      (ChangeVectors.journal, fields[0].0, .register(fields[0].1)),
      (ChangeVectors.journal, fields[1].0, .register(fields[1].1)))
    try log.change(
      by: "desk", "reflection", after: ["desk's name"],
      (Self.reflection, .coded(20), .text([.insert(at: 0, "We met at 14:30. It rained.")])),
      (Self.reflection, .coded(2), .register("reflection")),
      (Self.reflection, .coded(13), .register("2")),
      (Self.reflection, .coded(6), .set([("onsite", true)])),
      (Self.reflection, .coded(3), .register("Talk")))
    try admit("phone", by: "desk", "phone admitted")
    try log.change(
      by: "phone", "phone's name", after: ["reflection"],
      (ChangeVectors.journal, try name(of: "phone"), .register("phone")))
    try admit("laptop", by: "phone", "laptop admitted")
    try log.change(
      by: "laptop", "laptop's name", after: ["phone's name"],
      (ChangeVectors.journal, try name(of: "laptop"), .register("laptop")))
  }

  private mutating func admit(_ guest: String, by author: String, _ name: String) throws {
    try log.control(
      by: author, name, record(1, member(guest).bytes()) + wraps(name, [(1, member(guest))]))
  }

  func member(_ name: String) -> PlainMember {
    log.authors[name]?.member ?? JournalVectors.recovery
  }

  func record(_ tag: UInt64, _ content: [UInt8]) -> [UInt8] {
    PlainEncoder.varint(tag) + PlainEncoder.blob(content)
  }

  static func identity(_ epoch: Int) -> [UInt8] {
    PlainEncoder.sha256(
      PlainEncoder.domain("epoch") + JournalVectors.epochKeys[epoch - 1])
  }

  /// Epoch keys wrapped to members, as records; kept ones where they are right.
  func wraps(_ name: String, _ list: [(epoch: Int, member: PlainMember)]) throws -> [UInt8] {
    var found: [UInt8] = []
    for (place, item) in list.enumerated() {
      let key = JournalVectors.epochKeys[item.epoch - 1]
      let recipient = try item.member.device()
      let info = PlainWrap.info(
        journal: JournalVectors.journal, number: UInt64(item.epoch), key: key,
        recipient: recipient)
      var wrap = kept[name].flatMap { place < $0.count ? $0[place] : nil }
      if let old = wrap, (try? old.wraps(key, member: item.member, info: info)) != true {
        wrap = nil
      }
      let right = try wrap ?? PlainWrap(key: key, member: item.member, info: info)
      found += record(
        3,
        PlainEncoder.integer(UInt64(item.epoch), width: 32) + Self.identity(item.epoch)
          + recipient + right.encapsulatedKey + right.ciphertext)
    }
    return found
  }
}
