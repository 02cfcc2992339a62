internal import AfterwitEncoding

/// What an entry holds: whether it is there, its fields, and the elements of its lists.
public struct EntryContent: Sendable {
  /// What an element holds.
  public struct Element: Sendable {
    /// The element.
    public let name: ListElement
    /// Whether it is there; `nil` where nobody has done more than move it.
    public var presence: Presence?
    /// Its fields, in any order.
    public var states: [(FieldName, FieldState)]

    /// An element of given parts.
    public init(
      name: ListElement, presence: Presence? = nil, states: [(FieldName, FieldState)] = []
    ) {
      self.name = name
      self.presence = presence
      self.states = states
    }
  }

  /// Whether the entry is there.
  public let presence: Presence
  /// Its fields, in any order.
  public let states: [(FieldName, FieldState)]
  /// The elements of its lists, ascending by name.
  public let elements: [Element]

  /// Content of given parts; elements in any order.
  public init(
    presence: Presence, states: [(FieldName, FieldState)], elements: [Element] = []
  ) {
    self.presence = presence
    self.states = states
    self.elements = elements.sorted { $0.name < $1.name }
  }

  /// What a field shows, or `nil` where it shows nothing.
  /// - Complexity: for a list O(*places* + *elements* log *elements*).
  public func view(of name: FieldName, _ state: FieldState) -> FieldView? {
    guard case .list(let list) = state.value else { return state.view }
    let shown = list.elements.compactMap { view(of: ListElement(list: name, id: $0.element)) }
    return shown.isEmpty ? nil : .list(shown)
  }

  /// An element as it is shown, or `nil` where it was removed.
  private func view(of name: ListElement) -> ElementView? {
    element(name)?.presence?.isHidden == true ? nil : elementView(name)
  }

  /// What an element shows, or would show if it had not been removed.
  public func elementView(_ name: ListElement) -> ElementView {
    guard let element = element(name) else { return ElementView(id: name.id) }
    let states = element.states.sorted { $0.0 < $1.0 }
    return ElementView(
      id: name.id,
      fields: states.compactMap { name, state in
        state.view.map { ElementView.Field(name: name, value: $0) }
      },
      openParts: ((element.presence?.openParts ?? [])
        + states.flatMap { $1.openParts(of: $0) }).sorted())
  }

  /// What an element holds, or `nil` where nobody has touched it.
  public func element(_ name: ListElement) -> Element? {
    let place = elements.partitioningIndex { $0.name >= name }
    return place < elements.count && elements[place].name == name ? elements[place] : nil
  }
}
