extension Substring {
  /// The number that so many decimal digits write.
  func number(digits: ClosedRange<Int>) -> Int? {
    guard digits ~= utf8.count, utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(self)
  }
}
