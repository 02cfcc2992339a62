internal import AfterwitJournal

/// One entry of an export of Day One.
struct DayOneEntry {
  /// The entry; `nil` where it cannot be carried over.
  private(set) var entry: SourceEntry?
  /// What could not be carried over.
  private(set) var notes: [SourceNote] = []

  /// Reads an entry.
  init(_ node: JSONNode, at place: SourcePlace, clocks: any SourceClocks) {
    let id = node["uuid"]?.string ?? ""
    let written = node["creationDate"]?.string ?? ""
    guard !id.isEmpty || node["text"] != nil || !written.isEmpty else {
      notes = [SourceNote(place, .skipped("an entry", because: .notOfFormat))]
      return
    }
    var entry = SourceEntry(id.isEmpty ? .shared(written) : .unique(id.uppercased()), at: place)
    let zone = node["timeZone"]?.string ?? node["location"]?["timeZoneName"]?.string
    if let moment = Self.moment(written, zone: zone, clocks) {
      entry.day = moment.day
      entry.time = node["isAllDay"]?.flag == true ? nil : moment.time
    } else {
      notes.append(SourceNote(place, .noSuchMoment(written)))
    }
    let text = MarkdownEscapes.undone(media(node["text"]?.string ?? "", node))
    (entry.title, entry.body) = Self.parts(of: text)
    entry.tags = node["tags"]?.strings ?? []
    entry.isStarred = node["starred"]?.flag ?? false
    self.entry = entry
    for part in ["photos", "videos", "audios", "pdfAttachments"] {
      let count = node[part]?.list?.count ?? 0
      if count > 0 { notes.append(SourceNote(place, .leftOut("\(count)", of: part))) }
    }
    if node["location"] != nil {
      let name = node["location"]?["placeName"]?.string ?? "a place"
      notes.append(SourceNote(place, .leftOut(name, of: "location")))
    }
  }

  /// A moment of universal time as a clock in the entry's zone showed it.
  private static func moment(
    _ text: String, zone: String?, _ clocks: any SourceClocks
  ) -> SourceMoment? {
    guard text.utf8.count >= 19, let day = Day(String(text.prefix(10))) else { return nil }
    var cursor = StampCursor(Array(text.utf8.dropFirst(11))[...])
    guard let hour = cursor.number(2...2), cursor.take(":"), let minute = cursor.number(2...2),
      cursor.take(":"), let second = cursor.number(2...2), hour < 24, minute < 60, second < 61
    else { return nil }
    let seconds = Day(daysSince1970: 0).days(to: day) * 86_400 + hour * 3600 + minute * 60 + second
    let local =
      clocks.localTime(Int64(seconds), in: zone) ?? clocks.localTime(Int64(seconds), in: nil)
    return local.map { SourceMoment($0) }
  }

  /// The title, where the text begins with a heading or is one line, and what stands below it.
  private static func parts(of text: String) -> (title: String?, body: String) {
    let text = Substring(text).trimmed
    guard !text.isEmpty else { return (nil, "") }
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    var title = text[..<end]
    let marks = title.prefix { $0 == "#" }
    if 1...6 ~= marks.count, title.dropFirst(marks.count).first == " " {
      title = title.dropFirst(marks.count)
    }
    return (String(title.trimmed), String(text[end...].trimmed))
  }

  /// The text with each link to a file that lies beside it instead of one into Day One.
  private func media(_ text: String, _ node: JSONNode) -> String {
    var text = text
    guard text.contains("dayone-moment:") else { return text }
    let kinds = [
      ("photos", "dayone-moment://"), ("videos", "dayone-moment:/video/"),
      ("audios", "dayone-moment:/audio/"), ("pdfAttachments", "dayone-moment:/pdfAttachment/"),
    ]
    for (list, prefix) in kinds {
      let folder = list == "pdfAttachments" ? "pdfs" : list
      for item in node[list]?.list ?? [] {
        guard let id = item["identifier"]?.string, let md5 = item["md5"]?.string else { continue }
        let type = item["type"]?.string ?? item["format"]?.string ?? ""
        text = text.replacing(
          prefix + id, with: "\(folder)/\(md5)" + (type.isEmpty ? "" : "." + type))
      }
    }
    return text
  }
}
