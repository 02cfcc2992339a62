internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

/// Writes what a source holds into the journal, portion by portion.
struct Importer {
  /// A portion is written once it takes about this many bytes.
  private static let portionBytes = 320 * 1024
  /// An entry whose blocks take more is not carried over.
  private static let entryBytes = 480 * 1024

  let device: Device
  let format: SourceFormat
  let choice: ImportChoice
  let shapes: ImportShapes
  private var survey: ImportSurvey
  private let isDryRun: Bool
  private let command: String
  private var items: [SourceItem] = []
  private var itemBytes = 0
  private var pending: [Change.Block] = []
  private var pendingBytes = 0
  private var lastEntry: EntryID?
  private var portions = 0
  private var used: Set<EntryID> = []
  private var ordinal = 0
  private(set) var report = ImportReport()

  init(
    _ device: Device, format: SourceFormat, choice: ImportChoice, shapes: ImportShapes,
    survey: ImportSurvey, isDryRun: Bool
  ) {
    self.device = device
    self.format = format
    self.choice = choice
    self.shapes = shapes
    self.survey = survey
    self.isDryRun = isDryRun
    command = Hexadecimal.encode(device.environment.randomBytes(10))
  }

  /// Takes the next thing that the source holds.
  mutating func take(_ item: SourceItem) throws {
    items.append(item)
    if case .entry(let entry) = item {
      itemBytes += entry.body.utf8.count + (entry.title?.utf8.count ?? 0) + 256
    } else {
      itemBytes += 256
    }
    if itemBytes > Self.portionBytes { try flush(isLast: false) }
  }

  /// Writes what was taken, in one transaction.
  mutating func flush(isLast: Bool) throws {
    let taken = items
    (items, itemBytes) = ([], 0)
    guard !taken.isEmpty else { return }
    if isDryRun {
      try device.reading { transaction in
        for item in taken { try carry(item, transaction) }
      }
    } else {
      try device.writing { transaction in
        for item in taken { try carry(item, transaction) }
        try record(isLast: isLast, transaction)
      }
    }
  }

  private mutating func carry(_ item: SourceItem, _ transaction: Transaction) throws {
    switch item {
    case .note(let note):
      report.add(ImportNote(note.place, .source(note.fact)))
    case .entry(let source):
      let imported = ImportedEntry(source, choice, shapes: shapes)
      for note in imported.notes { report.add(note) }
      let decision = ordinal < survey.decisions.count ? survey.decisions[ordinal] : .open(number: 0)
      ordinal += 1
      switch decision {
      case .same(let entry): try tell(entry, imported, transaction)
      case .open(let number):
        try write(imported, SourceName(source, format: format), number: number, transaction)
      }
    }
  }

  /// Says of an entry that is there whether it was removed here.
  private mutating func tell(
    _ entry: EntryID, _ imported: ImportedEntry, _ transaction: Transaction
  ) throws {
    guard try transaction.presence(of: entry)?.isHidden == true else { return report.known += 1 }
    report.removed += 1
    report.add(ImportNote(imported.place, .removedHere(entry)))
  }

  private mutating func write(
    _ imported: ImportedEntry, _ name: SourceName, number: Int, _ transaction: Transaction
  ) throws {
    let element = SourceVersion.element(imported, key: name.key)
    if let entry = try match(imported, name, element, transaction) {
      survey.take(entry, as: name)
      return try update(entry, imported, element, transaction)
    }
    var number = number
    var entry = name.id(number)
    while try used.contains(entry) || transaction.presence(of: entry)?.isUntouched == false {
      if name.isUnique { return try update(entry, imported, element, transaction) }
      number += 1
      entry = name.id(number)
    }
    let blocks = ImportBlocks(entry, imported, version: element, shapes: shapes)
    guard blocks.byteCount <= Self.entryBytes else {
      report.refused += 1
      return report.add(ImportNote(imported.place, .tooLarge(limit: Self.entryBytes)))
    }
    used.insert(entry)
    report.new += 1
    try add(blocks.blocks, bytes: blocks.byteCount, of: entry, transaction)
  }

  /// The entry that the source has edited since, where it is one.
  private func match(
    _ imported: ImportedEntry, _ name: SourceName, _ element: String, _ transaction: Transaction
  ) throws -> EntryID? {
    let candidates = survey.candidates(name)
    if name.isUnique { return candidates.first }
    let version = SourceVersion(element)
    for entry in candidates {
      let earlier = try versions(of: entry, transaction)
      let isAlike = earlier.contains { earlier in
        [shapes.title, imported.kind.defaultField].contains { field in
          let name = Substring(field.name.string)
          return earlier.hashes[name] != nil && earlier.hashes[name] == version?.hashes[name]
        }
      }
      if isAlike { return entry }
    }
    return try candidates.first { entry in
      guard let view = try transaction.view(of: entry) else { return false }
      let here =
        (view.register(.title) ?? "") + "\n" + view.text(imported.kind.defaultField.name.string)
      let there =
        imported.value(of: shapes.title) + "\n" + imported.value(of: imported.kind.defaultField)
      return Likeness.holds(here, there)
    }
  }

  private func versions(of entry: EntryID, _ transaction: Transaction) throws -> [SourceVersion] {
    let state = try transaction.state(of: FieldKey(entry: entry, field: .imported))
    guard case .set(let set)? = state?.value else { return [] }
    return set.adds.keys.compactMap { SourceVersion($0.string) }
  }

  /// Gives an entry that is there what its source says now.
  private mutating func update(
    _ entry: EntryID, _ imported: ImportedEntry, _ element: String, _ transaction: Transaction
  ) throws {
    guard try transaction.presence(of: entry)?.isHidden != true else {
      return try tell(entry, imported, transaction)
    }
    guard let version = SourceVersion(element) else { return }
    let update = try ImportUpdate(
      entry, imported, version: version, element: element,
      earlier: try versions(of: entry, transaction),
      states: try transaction.states(of: entry), standpoint: device.environment.standpoint)
    if !update.disputed.isEmpty {
      report.add(ImportNote(imported.place, .editedHere(entry, fields: update.disputed)))
    }
    guard !update.blocks.isEmpty else {
      if update.disputed.isEmpty { report.known += 1 } else { report.kept += 1 }
      return
    }
    report.changed += 1
    let bytes = update.blocks.reduce(0) { $0 + $1.operations.bytes.count + 32 }
    try add(update.blocks, bytes: bytes, of: entry, transaction)
  }

  private mutating func add(
    _ blocks: [Change.Block], bytes: Int, of entry: EntryID, _ transaction: Transaction
  ) throws {
    guard !isDryRun else { return }
    if pendingBytes + bytes > Self.entryBytes { try record(isLast: false, transaction) }
    pending += blocks
    pendingBytes += bytes
    lastEntry = entry
  }

  /// Records what is pending, as one change.
  private mutating func record(isLast: Bool, _ transaction: Transaction) throws {
    guard !pending.isEmpty, let lastEntry else { return }
    var blocks = pending
    (pending, pendingBytes) = ([], 0)
    if !isLast || portions > 0 {
      blocks.append(CommandMark(name: command, number: portions).block)
    }
    portions += 1
    _ = try device.record(blocks, touching: lastEntry, transaction)
  }

  /// Says that the import ended before the end of the source.
  mutating func interrupt() { report.isComplete = false }
}
