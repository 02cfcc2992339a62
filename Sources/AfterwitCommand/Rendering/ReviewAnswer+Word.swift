internal import AfterwitDevice

extension ReviewAnswer {
  /// What a person types for it; empty for a text of their own, which has no word.
  var word: String {
    switch self {
    case .mine: "mine"
    case .theirs: "theirs"
    case .side(let number): "side \(number)"
    case .keep: "keep"
    case .remove: "remove"
    case .both: "both"
    case .base: "base"
    case .current: "current"
    case .text: ""
    }
  }
}
