internal import AfterwitDocument

// Whoever decides sees first what each answer yields. The same list is printed for a person and for a
// program, and it has the words that the command takes: what one machine wrote is `mine` and
// `theirs` between two, and has numbers among more; what one machine took away is kept or removed.

extension Review {
  /// An answer that a person may give to a part, and what it yields.
  public struct Choice: Hashable, Sendable {
    /// The answer.
    public let answer: ReviewAnswer
    /// The sides whose words it takes; none for one that takes nobody's alone.
    public let sides: [Side]
    /// The words of the place, or the value, as they would stand; `nil` where nothing would.
    public let yields: String?
    /// Whether that is what stands now.
    public let stands: Bool
  }

  /// The answers to choose from, mine first; each yields something else.
  public func choices(of part: Part) -> [Choice] {
    func choice(_ answer: ReviewAnswer, _ sides: [Side], yielding words: String?) -> Choice {
      let words = words?.isEmpty == false ? words : nil
      let now = part.currentRegion?.isEmpty == false ? part.currentRegion : nil
      return Choice(
        answer: answer, sides: sides, yields: words,
        stands: words.map { ExactString($0) } == now.map { ExactString($0) })
    }
    if kind == .deletion {
      return [
        choice(.keep, Array(part.sides.dropFirst()), yielding: part.current),
        Choice(answer: .remove, sides: Array(part.sides.prefix(1)), yields: nil, stands: false),
      ]
    }
    var choices = part.answers.map { choice($0.answer, [$0.side], yielding: $0.side.region) }
    var others = [choice(.base, [], yielding: part.baseRegion)]
    if let together = part.together {
      others.insert(choice(.both, [], yielding: together), at: 0)
    }
    others.append(choice(.current, [], yielding: part.currentRegion))
    for other in others {
      let isNew = !choices.contains {
        $0.yields.map { ExactString($0) } == other.yields.map { ExactString($0) }
      }
      if isNew { choices.append(other) }
    }
    return choices
  }
}

extension Review {
  /// The answer to each part by which what stands in it came to be; `nil` for words or a value of
  /// somebody's own.
  var answersThatStand: [ReviewAnswer?] {
    parts.map { part in
      let answer = choices(of: part).first(where: \.stands)?.answer
      return answer == .current ? nil : answer
    }
  }
}

extension Review.Part {
  /// The answer that takes each side, mine first.
  fileprivate var answers: [(answer: ReviewAnswer, side: Review.Side)] {
    let nearestFirst = sides.filter(\.isLocal) + sides.filter { !$0.isLocal }
    guard sides.count == 2 else { return nearestFirst.map { (.side($0.number), $0) } }
    if let removedBy {
      let isKept = { (side: Review.Side) in side.number != removedBy }
      return (sides.filter(isKept) + sides.filter { !isKept($0) }).map {
        (isKept($0) ? .keep : .remove, $0)
      }
    }
    guard sides.count(where: \.isLocal) == 1 else {
      return nearestFirst.map { (.side($0.number), $0) }
    }
    return nearestFirst.map { ($0.isLocal ? .mine : .theirs, $0) }
  }
}
