extension SourceFormat {
  /// The format of a source, by its content; `nil` where none is recognised.
  public init?(recognising source: Source) {
    let found: SourceFormat? =
      switch source {
      case .file(let file, let settings): Self.ofFile(file, settings: settings)
      case .folder(let folder): Self.ofFolder(folder)
      }
    guard let found else { return nil }
    self = found
  }

  private static func ofFile(_ file: SourceFile, settings: [SourceFile]) -> SourceFormat? {
    func begins(_ text: String) -> Bool { file.bytes.starts(with: Array(text.utf8)) }
    if begins("SQLite format 3\0") { return .almanah }
    if begins("PK\u{3}\u{4}") { return .dayone }
    if begins("LIFEOGRAPHDB") { return .lifeograph }
    if JrnlReader.isEncrypted(file) { return .jrnl }
    if file.lastName == "diary.db.encrypted" { return .almanah }
    if begins("Content-Type: text/x-zim-wiki") { return .zim }
    var reader = JSONReader(file.bytes)
    switch reader.peek() {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let format = ofJSON(file) { return format }
    default: break
    }
    let head = SourceLines(file.bytes).prefix(40).map(\.text)
    if head.contains(where: { $0.uppercased().hasPrefix("BEGIN:VCALENDAR") }) { return .ical }
    if JrnlYAML.isLikely(file) { return .jrnl }
    if file.ending == "org" || head.contains(where: { $0.hasPrefix("#+") }) { return .org }
    let known = (try? JrnlSettings(settings, timeFormat: nil)) ?? JrnlSettings()
    guard var heads = try? JrnlHeads(file, settings: known) else {
      return .jrnl
    }
    for line in SourceLines(file.bytes) {
      if case .head = heads.read(line) { return .jrnl }
    }
    if head.contains(where: {
      $0.hasPrefix("* ") && $0.count > 2 && $0.dropFirst(2).allSatisfy(\.isNumber)
    }) {
      return .org
    }
    if file.lastName == "diary" || head.contains(where: { $0.hasPrefix("%%(") }) { return .diary }
    if ["md", "markdown", "txt"].contains(file.ending) || head.first == "---" { return .markdown }
    return nil
  }

  private static func ofJSON(_ file: SourceFile) -> SourceFormat? {
    let head = String(decoding: file.bytes.prefix(65_536), as: UTF8.self)
    if head.contains("\"afterwit.export/1\"") { return .json }
    if head.contains("\"creationDate\"") || head.contains("\"timeZone\"") { return .dayone }
    if head.contains("\"uuid\""), head.contains("\"description\"") { return .taskwarrior }
    if head.contains("\"metadata\""), head.contains("\"entries\"") { return .dayone }
    if head.contains("\"entries\"") || head.contains("\"title\"") { return .jrnl }
    return nil
  }

  private static func ofFolder(_ folder: any SourceFolder) -> SourceFormat? {
    let paths = folder.paths
    func has(_ test: (String) -> Bool) -> Bool { paths.contains(where: test) }
    if has({ $0.hasSuffix("notebook.zim") }) { return .zim }
    if has({ JrnlReader.day(ofPath: $0) != nil }) {
      return beginsAsZim(folder) ? .zim : .jrnl
    }
    if has({ RedNotebookReader.month(ofPath: $0) != nil }) { return .rednotebook }
    if beginsAsZim(folder) { return .zim }
    if let first = paths.first(where: { $0.hasSuffix(".md") }),
      let bytes = try? folder.bytes(of: first)
    {
      let file = SourceFile(first, bytes)
      if JoplinItem.isLikely(file) { return .joplin }
      return JrnlYAML.isLikely(file) ? .jrnl : .markdown
    }
    if has({ $0.hasSuffix(".org") }) { return .org }
    if has({ $0.hasSuffix(".ics") }) { return .ical }
    if let first = paths.first(where: { $0.hasSuffix(".json") }),
      let bytes = try? folder.bytes(of: first)
    {
      return ofJSON(SourceFile(first, bytes))
    }
    return nil
  }

  private static func beginsAsZim(_ folder: any SourceFolder) -> Bool {
    guard let first = folder.paths.first(where: { $0.hasSuffix(".txt") }),
      let bytes = try? folder.bytes(of: first)
    else { return false }
    return bytes.starts(with: Array("Content-Type: text/x-zim-wiki".utf8))
  }
}
