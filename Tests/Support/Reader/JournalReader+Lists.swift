internal import AfterwitReference
internal import AfterwitText
internal import AfterwitVectors

extension JournalReader {
  /// The elements of a list that are shown, in their order.
  func shownElements(of list: ReadField) -> [ReadField.Element] {
    order(of: list).map { ReadField.Element(list: list.name, id: $0) }.filter { element in
      departs(.removedShown) || !isHidden(element, in: list.entry)
    }
  }

  /// Whether an element is hidden: it is removed, or was touched, and nothing that touches it stands.
  private func isHidden(_ element: ReadField.Element, in entry: Bytes) -> Bool {
    let isLost =
      reference(of: element, in: entry, evenVoid: true).isTouched
      && !reference(of: element, in: entry).isTouched
    return isLost || reference(of: element, in: entry).isHidden
  }

  /// The elements of a list, each once, in the order of its places (AW-DOC-43, AW-DOC-44).
  private func order(of list: ReadField) -> [Bytes] {
    var text = ReferenceText()
    var placings: [Unicode.Scalar: (element: Bytes, change: Int)] = [:]
    for (event, place) in zip(events(of: list).events, events(of: list).changes) {
      for case (place, .list(let edit)) in edits(of: list, evenVoid: true) {
        let operations = edit.puts.map { put in
          var places = String.UnicodeScalarView()
          for element in put.elements {
            let scalar = Unicode.Scalar(0xF0000 + UInt32(placings.count)) ?? "?"
            placings[scalar] = (element, place)
            places.append(scalar)
          }
          return TextOperation.insert(position: put.position, text: String(places))
        }
        text.append(
          TextEvent(order: event.order, parents: event.parents, operations: operations))
      }
    }
    return text.text.unicodeScalars.compactMap { scalar in
      guard let (element, change) = placings[scalar] else { return nil }
      let all = Set(placings.values.filter { $0.element == element }.map(\.change))
      let standing = departs(.voidPlacesStand) ? all : all.subtracting(void)
      let isUsed = !standing.isEmpty || departs(.voidPlacesGone)
      let current = maximal(isUsed ? standing : all).sorted(by: isLesser)
      let shown = departs(.placeByLeast) ? current.first : current.last
      return shown == change ? element : nil
    }
  }

  /// An element, as the reference takes an entry.
  func reference(
    of element: ReadField.Element, in entry: Bytes, register: ReadField? = nil,
    evenVoid: Bool = false
  ) -> ReferenceEntry {
    let list = ReadField(entry: entry, name: element.list, family: 6)
    return ReferenceEntry(
      changes: changes.indices.map { place in
        let made = changes[place]
        let counts = made.hasEffect && (evenVoid || !void.contains(place))
        let blocks = counts ? made.change?.blocks ?? [] : []
        var change = ReferenceChange(
          order: order(of: place), timestamp: timestamp(of: place), parents: made.parents,
          mark: nil, touches: false)
        for (field, edit) in blocks where field.entry == entry && field.element == element {
          change.touches = change.touches || touches(edit, family: field.family)
          if field == register, !made.aside.contains(field), case .register(let value) = edit {
            change.value = value.text
          }
        }
        for case (list, .list(let edit)) in blocks where !made.aside.contains(list) {
          let put = edit.puts.filter { !$0.isMove || departs(.moveTouches) }.flatMap(\.elements)
          if (put + edit.removed + edit.restored).contains(element.id) { change.touches = true }
          if edit.restored.contains(element.id) { change.mark = .restores }
          if edit.removed.contains(element.id) { change.mark = .deletes }
        }
        return change
      })
  }

  /// The sum of what was counted (AW-DOC-42).
  func count(in field: ReadField) -> Int {
    let amounts = edits(of: field).compactMap { item -> Int? in
      if case .counter(let amount) = item.edit { amount } else { nil }
    }
    return departs(.greatestCounted) ? amounts.max() ?? 0 : amounts.reduce(0, +)
  }
}
