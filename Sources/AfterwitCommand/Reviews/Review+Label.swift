internal import AfterwitDevice
internal import AfterwitEncoding

extension Review {
  /// What a person types for a part: `R` where it is the only one, else `R.PART`.
  func label(of part: Part) -> String {
    parts.count == 1 && part.number == 1 ? id.shortText : id.shortText + ".\(part.number)"
  }
}
