internal import AfterwitEncoding

extension Review {
  /// What a person types to name a part: `R` if it is the only part, else `R.PART`.
  public func label(of part: Part) -> String {
    parts.count == 1 && part.number == 1 ? id.shortText : id.shortText + ".\(part.number)"
  }
}
