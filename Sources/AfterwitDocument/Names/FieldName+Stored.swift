extension FieldName {
  /// The field that a store wrote as a name and the code of its family.
  public init(storedName name: String, familyCode: UInt8) {
    self.init(name: ExactString(name), familyCode: familyCode)
  }
}
