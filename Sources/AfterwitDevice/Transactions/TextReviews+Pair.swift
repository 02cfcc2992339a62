internal import AfterwitDocument

extension TextReviews.Pair {
  init(_ conflict: TextConflict) {
    self.init(left: conflict.left.id, right: conflict.right.id)
  }
}
