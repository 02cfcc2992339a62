internal import AfterwitDocument
internal import AfterwitText

extension TextReviews.Pair {
  init(_ conflict: TextConflict) {
    self.init(left: conflict.left.id, right: conflict.right.id)
  }
}
