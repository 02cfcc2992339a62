internal import AfterwitDocument

extension Review.Kind {
  init(_ kind: ReviewKind) {
    switch kind {
    case .overlap: self = .overlap
    case .value: self = .value
    case .deletion: self = .deletion
    }
  }
}
