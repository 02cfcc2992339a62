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

  /// Derives the view of an entry, and keeps it with what the entry is found by; one that nothing
  /// touched which still stands has none.
  func refreshView(of entry: EntryID) throws {
    guard let content = try content(of: entry) else { return }
    guard !content.presence.isUntouched else { return try removeView(of: entry) }
    let view = EntryView(id: entry, content: content)
    try put(EntryRow(view, partLines: try partLines(of: view)))
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
