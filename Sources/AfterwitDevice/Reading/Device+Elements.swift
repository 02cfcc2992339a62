public import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore

extension Device {
  /// An element, removed or not.
  public func element(_ key: ElementKey) throws(DeviceFailure) -> ElementReport {
    try reading { transaction in
      guard let entry = try transaction.view(of: key.entry),
        let content = try transaction.content(of: key.entry)
      else { throw DeviceFailure.entry(.absent(key.element.id.shortText)) }
      return ElementReport(
        key: key, entry: entry, view: content.elementView(key.element),
        isRemoved: content.element(key.element)?.presence?.isHidden == true)
    }
  }

  /// The elements that a person means to change, each once; fails if one of the ids names none.
  public func elements(toChange typed: [String]) throws(DeviceFailure) -> [ElementKey] {
    var keys: [ElementKey] = []
    for text in typed {
      guard case .element(let key) = try subject(toChange: text) else {
        throw .entry(.isEntry(text))
      }
      if !keys.contains(key) { keys.append(key) }
    }
    return keys
  }
}
