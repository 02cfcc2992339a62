internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

/// What it would come to if a device were shut out, in a few lines.
struct RevocationPage {
  let device: Device

  /// What it wrote last, whom it let in, and who goes with it.
  func lines(_ plan: RevocationPlan) throws -> [String] {
    let name = Escaping.oneLine(plan.label)
    var lines: [String] = []
    if let last = plan.lastMilliseconds {
      let moment = Moment(milliseconds: last).local
      lines.append("\(name) wrote last on \(moment)" + (plan.entries.isEmpty ? "." : ", in:"))
      for id in plan.entries {
        let title = try? device.entry(id).title
        lines.append("    \(id.shortText)  \(Escaping.oneLine(title ?? ""))")
      }
      lines.append(
        plan.endMilliseconds == nil
          ? "What came from it until now stays; nothing that comes later has an effect."
          : Self.beyond(plan.changesBeyond))
    } else {
      lines.append("Nothing of \(name) has come here yet; nothing that comes has an effect.")
    }
    if !plan.sponsored.isEmpty {
      lines.append("It let in \(Self.names(plan.sponsored)), which stay in the journal.")
    }
    if !plan.lost.isEmpty {
      lines.append(
        "With it goes \(Self.names(plan.lost)), which it let in: invite again what you still have.")
    }
    return lines
  }

  private static func beyond(_ count: Int) -> String {
    let changes = count == 1 ? "1 later change is" : "\(count) later changes are"
    return "What it wrote up to then stays; \(changes) set aside, unless somebody built on them."
  }

  private static func names(_ others: [RevocationPlan.Other]) -> String {
    others.map { Escaping.oneLine($0.name ?? $0.device.shortText) }
      .joinedAsProse
  }
}
