import AfterwitMergePairs

/// A pair as a person can judge it.
struct Shown {
  let text: String

  init(_ pair: MergePair, _ outcome: MergeOutcome, _ found: Found) {
    var lines = [
      "── \(pair.kind), \(pair.language), \(pair.number): "
        + found.findings.map(\.rawValue).sorted().joined(separator: ", ")
    ]
    let add = { (name: String, texts: [String]) in
      for text in texts { lines.append("\(name)\t\(text.debugDescription)") }
    }
    add("base", pair.base)
    add("mine", pair.mine)
    add("theirs", pair.theirs)
    add("right: \(pair.verdict.rawValue)", pair.merged.isEmpty ? [""] : pair.merged.sorted())
    add(outcome.isAsked ? "stands, asked" : "stands", [outcome.text ?? "(nothing)"])
    add("invented", pair.invented(in: outcome.text ?? ""))
    for answer in MergePair.Answer.allCases {
      guard let given = outcome.answers[answer], let right = pair.answered[answer],
        !right.contains(given)
      else { continue }
      add("\(answer.rawValue): expected", right.sorted())
      add("\(answer.rawValue): came", [given])
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}
