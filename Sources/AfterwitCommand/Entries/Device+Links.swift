internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// What the ids stand for that an entry names, each with the beginning of its id.
  ///
  /// An id of something that is not here keeps to itself.
  func names(ofLinks entry: EntryView) throws -> [String: String] {
    var names: [String: String] = [:]
    for id in entry.origins + entry.named where names[id] == nil {
      names[id] = (try? subject(id)).flatMap { try? label(of: $0) }
    }
    return names
  }
}
