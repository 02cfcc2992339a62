internal import AfterwitDocument

extension Kind {
  /// The occasions that a reflection may have.
  public static var occasions: [String] { choices(of: .occasion, in: .reflection) }
  /// The states that a goal may be in.
  public static var states: [String] { choices(of: .state, in: .goal) }

  private static func choices(of field: CodedField, in kind: Kind) -> [String] {
    guard case .choice(let choices)? = kind.field(named: field.rawValue)?.rule else { return [] }
    return choices
  }
}
