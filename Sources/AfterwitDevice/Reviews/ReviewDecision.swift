internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitWire

/// Turns what a person decided about a review into the operations that make it true.
struct ReviewDecision {
  private let found: FoundReview
  private let answer: ReviewAnswer
  private let definition: FieldDefinition?
  private let today: Day

  init(_ found: FoundReview, answer: ReviewAnswer, kind: Kind?, today: Day) {
    self.found = found
    self.answer = answer
    self.today = today
    definition = kind?.field(named: found.review.field)
  }

  /// The block of the change.
  /// - Throws: ``DeviceFailure`` of the code `usage` where the answer cannot be meant.
  func blocks() throws(DeviceFailure) -> [Change.Block] {
    let operations =
      switch found.review.kind {
      case .overlap: try text()
      case .value: try value()
      case .deletion: try presence()
      }
    return [Change.Block(key: found.key, operations: operations)]
  }

  private func text() throws(DeviceFailure) -> Operations {
    let shown = found.shown
    let text =
      switch answer {
      case .text(let text): text
      case .current: shown.text
      case .mine, .theirs, .side, .both, .base: try merged(shown.text)
      }
    guard text.utf8.count <= Limits.body else { throw .tooLarge(text.utf8.count) }
    return .text(TextDifference.operations(from: shown, to: text))
  }

  /// The text that stands, with the chosen words in the region of each part.
  private func merged(_ shown: String) throws(DeviceFailure) -> String {
    try requireApart()
    if answer == .both { try requireSidesAlone() }
    var scalars = Array(shown.unicodeScalars)
    for (part, text) in zip(found.review.parts, found.texts).reversed() {
      scalars.replaceSubrange(text.current.region, with: try words(for: part).unicodeScalars)
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Two parts that share words cannot both have theirs there; whoever decides names one of them.
  private func requireApart() throws(DeviceFailure) {
    let parts = zip(found.review.parts, found.texts)
    for ((part, text), (next, behind)) in zip(parts, parts.dropFirst())
    where behind.current.region.lowerBound < text.current.region.upperBound {
      throw DeviceFailure(
        .usage, "The parts \(part.number) and \(next.number) are about the same words.",
        safe: "Nothing was decided.",
        next: "Decide one part: afterwit review resolve \(found.review.id.shortText).\(part.number)"
          + " …")
    }
  }

  /// What stands among the sides and is of none of them would go if these were put there, and only a
  /// person can say where it belongs.
  private func requireSidesAlone() throws(DeviceFailure) {
    for part in found.review.parts where !part.isOfSidesAlone {
      let name = "afterwit review resolve \(found.review.id.shortText).\(part.number)"
      throw DeviceFailure(
        .usage, "Something stands in part \(part.number) that no side has; “both” would lose it.",
        safe: "Nothing was decided.",
        next: "Keep what stands: \(name) current. Or write it: \(name) edit")
    }
  }

  private func words(for part: Review.Part) throws(DeviceFailure) -> String {
    switch answer {
    case .base: return part.baseRegion ?? ""
    case .current, .text: return part.currentRegion ?? ""
    case .both:
      let sides = part.sides.compactMap(\.region).filter { !$0.isEmpty }
      return sides.joined(separator: sides.contains { $0.contains("\n") } ? "\n" : " ")
    case .mine, .theirs, .side: return try side(of: part).region ?? ""
    }
  }

  private func value() throws(DeviceFailure) -> Operations {
    guard let part = found.review.parts.first else { return .register("") }
    switch answer {
    case .base: return .register(part.base ?? "")
    case .current: return .register(part.current ?? "")
    case .text(let value): return .register(try fitting(value))
    case .mine, .theirs, .side: return .register(try side(of: part).text ?? "")
    case .both:
      guard definition.map({ $0.rule == .words }) ?? false else {
        throw unmeant("The field “\(found.review.field)” takes one value, not both.", part)
      }
      return .register(try fitting(part.sides.compactMap(\.text).joined(separator: " / ")))
    }
  }

  private func fitting(_ value: String) throws(DeviceFailure) -> String {
    var value = value
    if let definition {
      do throws(FieldDefinition.Misfit) {
        value = try definition.normalized(value, today: today)
      } catch {
        throw DeviceFailure(
          .usage, "The field “\(found.review.field)” takes \(error.expected), not “\(value)”.",
          safe: "Nothing was decided.", next: "Correct the value and repeat the command.")
      }
    }
    guard value.utf8.count <= Operations.valueLimit else {
      throw DeviceFailure(
        .usage, "The field “\(found.review.field)” takes at most \(Operations.valueLimit) bytes.",
        safe: "Nothing was decided.", next: "Repeat the command with a shorter value.")
    }
    return value
  }

  private func presence() throws(DeviceFailure) -> Operations {
    guard let part = found.review.parts.first else { return .presence(.restored) }
    switch answer {
    case .base, .current: return .presence(.restored)
    case .mine, .theirs, .side:
      return .presence(try side(of: part).number == 1 ? .deleted : .restored)
    case .both, .text:
      throw unmeant("An entry is either kept or deleted.", part)
    }
  }

  /// The one side that the answer names.
  private func side(of part: Review.Part) throws(DeviceFailure) -> Review.Side {
    switch answer {
    case .side(let number):
      guard let side = part.sides.first(where: { $0.number == number }) else {
        throw unmeant("There is no side \(number).", part)
      }
      return side
    default:
      let local = part.sides.filter(\.isLocal)
      let remote = part.sides.filter { !$0.isLocal }
      guard part.sides.count == 2, let mine = local.first, let theirs = remote.first else {
        throw unmeant("“mine” and “theirs” need two sides, one of them of this machine.", part)
      }
      return answer == .mine ? mine : theirs
    }
  }

  private func unmeant(_ happened: String, _ part: Review.Part) -> DeviceFailure {
    let sides = part.sides.map { side in
      "side \(side.number) (\(side.deviceName ?? String(side.device.description.prefix(8))))"
    }
    return DeviceFailure(
      .usage, happened, safe: "Nothing was decided.",
      next: "Name a side by its number: " + sides.joined(separator: ", ") + ".")
  }
}
