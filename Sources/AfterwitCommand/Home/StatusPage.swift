internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// What `status` shows to a person: what is here, what is only here, and who else has it.
struct StatusPage {
  /// A line: what is told, what there is to tell, and what may be typed about it.
  private typealias Row = (name: String, words: String, command: String?)

  /// How the page is dressed.
  let style: Style
  /// The present time where the person is.
  let now: LocalTime

  /// The page, without a final newline.
  ///
  /// - Parameter all: whether the numbers and hashes are shown too that a person seldom needs.
  func text(_ status: Status, devices: [DeviceReport], all: Bool) -> String {
    var rows = [
      restored(status), here(status), onlyHere(status), copies(status, devices), relay(status),
      unasked(status),
      backup(status), machines(devices),
      sameAs(status),
      undecided(status), waiting(status), missingKeys(status), untold(status), owedKeys(status),
      newerVersion(status), setAside(status), kept(status),
    ].compactMap(\.self)
    if all { rows += details(of: status) }
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { row in
      let words = row.words + (row.command.map { "   afterwit " + $0 } ?? "")
      let room = style.width.map { max(16, $0 - width - 2) }
      let lines = words.wrapped(toColumns: room).split(separator: "\n")
      let indent = String(repeating: " ", count: width + 2)
      return style.faint(row.name.padded(to: width)) + "  "
        + lines.joined(separator: "\n" + indent)
    }.joined(separator: "\n")
  }

  private func here(_ status: Status) -> Row {
    let drafts = status.drafts
    return (
      "here",
      Self.count(status.entries, "entry", "entries") + ", "
        + (drafts == 0 ? "no drafts" : Self.count(drafts, "draft", "drafts")),
      drafts == 0 ? nil : "draft list"
    )
  }

  /// That this machine reads, and is no device yet.
  private func restored(_ status: Status) -> Row? {
    status.restored.map { made in
      (
        "restored", "a backup of " + moment(made) + "; this machine only reads",
        "device join < line"
      )
    }
  }

  /// When a backup was last made, and last proven to open.
  private func backup(_ status: Status) -> Row? {
    guard status.backupMade != nil || status.backupChecked != nil else { return nil }
    let made = status.backupMade.map { "made " + moment($0) } ?? "made elsewhere"
    let checked = status.backupChecked.map { "checked " + moment($0) } ?? "not checked yet"
    return (
      "backup", made + ", " + checked, status.backupChecked == nil ? "backup check FILE" : nil
    )
  }

  private func onlyHere(_ status: Status) -> Row {
    guard status.relay != nil else { return ("only here", "everything", nil) }
    guard status.pending > 0 else { return ("only here", "nothing", nil) }
    let since = status.copies.onlyHereSince.map { ", since " + moment($0) } ?? ""
    return ("only here", Self.count(status.pending, "change", "changes") + since, "sync")
  }

  /// On how many machines the changes are.
  private func copies(_ status: Status, _ devices: [DeviceReport]) -> Row? {
    let copies = status.copies
    var parts: [String] = []
    if copies.hereAndRelay > 0 {
      parts.append(
        Self.count(copies.hereAndRelay, "change", "changes") + " here and, it says, at the relay")
    }
    if let least = copies.least {
      let all = parts.isEmpty && copies.onlyHere == 0 ? "each change" : "all others"
      parts.append(
        all + " on \(least) machines" + (copies.onMachines.count > 1 ? " or more" : ""))
    }
    for device in devices where copies.silent.contains(device.device) {
      parts.append("\(style.line(device.label)) has been silent too long to count")
    }
    guard status.relay != nil, !parts.isEmpty else { return nil }
    return ("copies", parts.joined(separator: "; "), nil)
  }

  private func relay(_ status: Status) -> Row {
    guard let relay = status.relay else { return ("relay", "none", "relay set URL --code CODE") }
    let answered = status.relayAnswered.map { "last answered " + moment($0) }
    return ("relay", style.line(relay) + ", " + (answered ?? "has not answered yet"), nil)
  }

  /// How the last exchange ended that nobody waited for.
  private func unasked(_ status: Status) -> Row? {
    status.automaticSync.map { result in
      ("sync.auto", moment(result.milliseconds) + ": " + style.line(result.sentence), nil)
    }
  }

  private func machines(_ devices: [DeviceReport]) -> Row {
    let names = devices.filter { !$0.isOut || $0.isThis }.map { device in
      let name = style.line(device.name ?? "machine \(device.device.shortText)")
      guard !device.isThis else { return name + " (this)" }
      let last = device.lastMilliseconds.map { ", " + moment($0) } ?? ""
      return name + last
    }
    return ("machines", names.joined(separator: " · "), nil)
  }

  private func sameAs(_ status: Status) -> Row {
    ("same as", "machines that show: " + status.digestWords.joined(separator: " "), nil)
  }

  private func undecided(_ status: Status) -> Row? {
    guard status.reviews > 0 else { return nil }
    return ("to decide", Self.count(status.reviews, "place", "places"), "review")
  }

  private func waiting(_ status: Status) -> Row? {
    guard status.waiting > 0 else { return nil }
    return (
      "to come",
      Self.count(status.waiting, "change", "changes")
        + " here builds on what has not come yet", nil
    )
  }

  /// What those wrote whom somebody shut out.
  private func setAside(_ status: Status) -> Row? {
    guard status.setAside > 0 else { return nil }
    return (
      "set aside",
      Self.count(status.setAside, "change", "changes") + " of machines that were shut out", "device"
    )
  }

  private func missingKeys(_ status: Status) -> Row? {
    guard status.missingKeys > 0 else { return nil }
    return (
      "no key",
      Self.count(status.missingKeys, "key", "keys")
        + " of the journal never came here: what others write under it cannot be read", nil
    )
  }

  private func owedKeys(_ status: Status) -> Row? {
    guard status.owedKeys > 0 else { return nil }
    return (
      "to give",
      Self.count(status.owedKeys, "key", "keys") + " that other machines lack", "sync"
    )
  }

  private func untold(_ status: Status) -> Row? {
    guard status.relay != nil, status.untoldRevocations > 0 else { return nil }
    return ("to tell", "the relay has not heard yet who was shut out", "sync")
  }

  private func newerVersion(_ status: Status) -> Row? {
    guard status.needsNewerVersion else { return nil }
    return (
      "version",
      "a newer Afterwit wrote what this one does not know; nothing is sent until it is here too",
      nil
    )
  }

  private func kept(_ status: Status) -> Row? {
    guard status.quarantined > 0 else { return nil }
    return (
      "set aside",
      Self.count(status.quarantined, "change", "changes")
        + " that this version does not understand, or that nobody may write", nil
    )
  }

  private func details(of status: Status) -> [Row] {
    [
      ("journal", status.journal.description, nil),
      ("device", status.device.description, nil),
      ("pending", String(status.pending), nil),
      ("waiting", String(status.waiting), nil),
      ("quarantined", String(status.quarantined), nil),
      ("reviews", String(status.reviews), nil),
      ("generation", status.generation?.description ?? "none", nil),
      ("digest", Hexadecimal.encode(status.digest), nil),
      ("held", Hexadecimal.encode(status.held), nil),
    ]
  }

  /// A moment as near as its day is: `today 08:02`, `Saturday 21:10`, `21 Nov`.
  private func moment(_ milliseconds: UInt64) -> String {
    let local = Environment.system.localTime(milliseconds)
    switch local.day.days(to: now.day) {
    case 0: return "today \(local.time)"
    case 1...6: return "\(local.day.weekday.name) \(local.time)"
    default:
      return local.day.year == now.day.year ? local.day.shortName : local.day.writtenName
    }
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many)"
  }
}
