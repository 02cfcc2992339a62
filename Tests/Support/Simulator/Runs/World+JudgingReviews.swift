internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

extension World {
  /// Devices that admitted the same changes ask the same, whoever is asked.
  func checkReviews(counted count: Int) throws {
    guard count > 0 else { return }
    let first = try asked(of: machines[0])
    guard first.count == count, Set(first).count == count else {
      throw Violation(.convergence, "\(count) parts are counted and \(first.count) are asked about")
    }
    for machine in machines.dropFirst() where try asked(of: machine) != first {
      throw Violation(.convergence, "machines 0 and \(machine.index) ask about other things")
    }
  }

  /// The open parts in words, without what is local to a device.
  private func asked(of machine: Machine) throws -> [String] {
    let device = try machine.running()
    var asked: [String] = []
    let reviews = try device.reviews(asShown: false)
    try check(device.openReviews(), tell: reviews)
    for review in reviews {
      for part in review.parts {
        try check(part, of: review, on: device)
        let sides = part.sides.map { side in
          "\(side.number) \(side.device) \(side.milliseconds) \(side.regionStart) "
            + "\(side.region ?? "-") \(side.text ?? "-") \(side.editedFields)"
        }
        asked.append(
          "\(review.id) \(review.kind) \(review.entry) \(review.path) \(part.number) "
            + "\(part.baseRegionStart) \(part.baseRegion ?? "-") \(part.base ?? "-") "
            + "\(part.currentRegionStart) \(part.currentRegion ?? "-") \(part.current ?? "-") "
            + sides.joined(separator: "; "))
      }
    }
    return asked.sorted()
  }

  /// The lines of reviews name the same parts in the same order, and all machines of their sides.
  private func check(_ lines: [OpenReview], tell reviews: [Review]) throws {
    let parts = reviews.flatMap { review in review.parts.map { (review, $0) } }
    let areSame = zip(lines, parts).allSatisfy { line, asked in
      let (review, part) = asked
      let told = Set(line.writers.map(\.device))
      return line.review == review.id && line.name == review.label(of: part)
        && line.place == review.place && line.entry == review.entry && line.kind == review.kind
        && part.sides.flatMap(\.writers).allSatisfy { told.contains($0.device) }
    }
    guard areSame, lines.count == parts.count else {
      throw Violation(.reviews, "the lines of reviews tell of other parts than the reviews")
    }
  }

  /// A review that somebody looked at is open or has ended, and all machines tell the same of its end.
  func checkEndedReviews() throws {
    for id in Set(machines.flatMap(\.looked).map(\.id)) {
      let told = try machines.map { try end(of: id.text, on: $0) }
      guard Set(told).count == 1 else {
        throw Violation(.convergence, "machines tell otherwise how review \(id) ended: \(told)")
      }
    }
  }

  /// How a review ended in words, without what is local to a device.
  private func end(of id: String, on machine: Machine) throws -> String {
    guard case .ended(let ended) = try machine.running().reviewByName(id) else { return "open" }
    let parts = ended.review.parts.map { part in
      "\(part.base ?? "-") \(part.sides.map { $0.text ?? "-" }) \(part.current ?? "-") "
        + "\(part.currentRegion ?? "-") \(part.currentRegionStart)"
    }
    let writer = ended.writer.map { "\($0.device) \($0.milliseconds)" } ?? "nobody"
    return "\(ended.end) by \(writer), now \(ended.now ?? "-") \(ended.isRemoved): \(parts)"
  }

  /// What is said to stand does stand, and each region lies in its text.
  private func check(_ part: Review.Part, of review: Review, on device: Device) throws {
    guard review.kind == .overlap else { return }
    let view = try device.entry(review.entry)
    var places = [
      (part.current, part.currentRegion, part.currentRegionStart),
      (part.base, part.baseRegion, part.baseRegionStart),
    ]
    places += part.sides.map { ($0.text, $0.region, $0.regionStart) }
    let areInPlace = places.allSatisfy { text, region, start in
      let region = Array((region ?? "").unicodeScalars)
      return Array((text ?? "").unicodeScalars.dropFirst(start).prefix(region.count)) == region
    }
    guard areInPlace, ExactString(part.current ?? "") == ExactString(view.text(at: review.path))
    else {
      throw Violation(.reviews, "the words of \(review.field) are not those that stand")
    }
    try checkWeave(part, of: review)
  }

  /// What stands is of the sides: all that one of them typed, and of what stood before all that none
  /// of them took out.
  private func checkWeave(_ part: Review.Part, of review: Review) throws {
    let woven = Set(Typing.marks(in: part.together ?? ""))
    let base = Set(Typing.marks(in: part.baseRegion ?? ""))
    let sides = part.sides.map { Set(Typing.marks(in: $0.region ?? "")) }
    let all = sides.reduce(base) { $0.union($1) }
    let kept = sides.reduce(base) { $0.intersection($1) }
    guard woven.isSubset(of: all), woven.isSuperset(of: kept.union(all.subtracting(base))) else {
      throw Violation(.reviews, "what stands of \(review.field) is not what its sides wrote")
    }
    guard part.isEdited || ExactString(part.currentRegion ?? "") == ExactString(part.together ?? "")
    else {
      throw Violation(.reviews, "nobody edited \(review.field), and other words stand")
    }
  }
}
