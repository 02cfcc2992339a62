internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The view of an entry, or `nil` where nothing has touched it.
  func view(of entry: EntryID) throws -> EntryView? {
    try storedView(of: entry).map { try EntryView($0) }
  }

  /// Derives the view of an entry, and keeps it with what the entry is found by.
  func refreshView(of entry: EntryID) throws {
    guard let content = try content(of: entry) else { return }
    try put(
      EntryRow(EntryView(id: entry, presence: content.presence, states: content.states)))
  }

  /// The hash of everything shown: each entry's hash by id, then each device's name by id.
  func digest() throws -> [UInt8] {
    var builder = ByteBuilder()
    for hash in try entryHashes() {
      builder.append(contentsOf: hash)
    }
    for (device, name) in try deviceNames().sorted(by: { $0.key < $1.key }) {
      builder.append(device)
      builder.append(string: name)
    }
    return Domain.digest.hash(builder.bytes)
  }

  /// The hash of the ids of everything held that does not wait.
  func held() throws -> [UInt8] {
    Domain.held.hash(try heldIDs().flatMap(\.bytes))
  }

  /// The names that the journal holds of its devices.
  func deviceNames() throws -> [DeviceID: String] {
    var names: [DeviceID: String] = [:]
    for (field, state) in try states(of: .journal) {
      guard let device = field.namedDevice, case .register(let register) = state.value,
        let name = register.shown
      else { continue }
      names[device] = name
    }
    return names
  }
}

extension EntryView {
  /// The view that a store has kept.
  init(_ stored: StoredView) throws(DecodingFailure) {
    try self.init(
      canonicalBytes: stored.bytes, created: stored.created, modified: stored.modified)
  }
}

extension EntryRow {
  /// A text without zero scalars, which the index takes for its end.
  private static func indexable(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    return String(decoding: text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  init(_ view: EntryView) {
    let words = view.fields.flatMap { field -> [String] in
      switch field.value {
      case .text(let text): [text]
      case .register(let shown, let others): [shown] + others
      case .set(let elements): elements
      }
    }
    let bytes = view.canonicalBytes
    assert(
      (try? EntryView(canonicalBytes: bytes, created: view.created, modified: view.modified))
        == view, "a view is read back as it was put")
    self.init(
      id: view.id, kind: view.kindName, created: view.created, modified: view.modified,
      isDeleted: view.isDeleted, isPrivate: view.isPrivate,
      reviews: view.openParts.count, view: bytes, hash: Domain.view.hash(bytes),
      tags: view.set("tags"),
      words: Self.indexable(words.joined(separator: "\n")))
  }
}

extension FieldName {
  private static let deviceNamePrefix = "name:"

  /// The field of the journal itself that holds a device's name.
  static func name(of device: DeviceID) -> FieldName {
    FieldName(deviceNamePrefix + device.description, family: .register)
  }

  /// The device whose name this field holds, or `nil` where it holds none.
  fileprivate var namedDevice: DeviceID? {
    let text = name.string
    guard text.hasPrefix(Self.deviceNamePrefix) else { return nil }
    let digits = text.dropFirst(Self.deviceNamePrefix.count)
    return Hexadecimal.decode(digits).flatMap { DeviceID($0) }
  }
}
