import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText

// Lists by their definition: the places of a list are in the order in which the reference of texts
// has scalars that were inserted so; of the placings of an element those count which no other one
// descends from, and the greatest of them shows.
extension FieldOracle {
  /// The elements of a list in their order.
  func order(of key: FieldKey) -> [ElementID] {
    var text = ReferenceText()
    var events: [Int] = []
    var placings: [Unicode.Scalar: (element: ElementID, index: Int)] = [:]
    for index in effective.keys.sorted() {
      let puts = edits(of: key, by: index).flatMap(\.puts)
      guard !puts.isEmpty else { continue }
      let operations = puts.map { put in
        var places = String.UnicodeScalarView()
        for element in put.elements {
          let place = Unicode.Scalar(0xF0000 + UInt32(placings.count)) ?? "?"
          placings[place] = (element, index)
          places.append(place)
        }
        return TextOperation.insert(position: put.position, text: String(places))
      }
      let known = events.indices.filter { made[index].ancestors.contains(events[$0]) }
      let parents = known.filter { event in
        !known.contains { made[events[$0]].ancestors.contains(events[event]) }
      }
      text.append(
        TextEvent(
          order: made[index].envelope.order, parents: parents, operations: operations))
      events.append(index)
    }
    return text.text.unicodeScalars.filter { place in
      guard let placing = placings[place] else { return false }
      let known = placings.values.filter { $0.element == placing.element }.map(\.index)
      // An element for which no place was put in that still stands has to stand somewhere.
      let standing = known.filter { !isVoid($0) }
      let all = standing.isEmpty ? known : standing
      let current = all.filter { index in
        !all.contains { made[$0].ancestors.contains(index) }
      }
      return placing.index
        == current.max {
          (timestamp(of: $0), made[$0].envelope.id) < (timestamp(of: $1), made[$1].envelope.id)
        }
    }.compactMap { placings[$0]?.element }
  }

  /// Whether some deletion of an element had seen everything done to it but deletions and moves.
  func isHidden(_ key: FieldKey) -> Bool {
    let touching = standing.keys.filter { elements(touchedBy: $0).contains(key) }
    if touching.isEmpty { return true }
    let deletions = touching.filter { index in
      guard let element = key.element else { return false }
      let list = FieldKey(entry: key.entry, field: element.list)
      return edits(of: list, by: index).contains { $0.removed.contains(element.id) }
    }
    let others = Set(touching).subtracting(deletions)
    return deletions.contains { others.isSubset(of: made[$0].ancestors) }
  }

  /// The elements to which a change does more than to move them, each as the key of its presence.
  func elements(touchedBy index: Int) -> Set<FieldKey> {
    var keys: Set<FieldKey> = []
    for block in made[index].blocks {
      var elements = block.key.element.map { [$0] } ?? []
      if block.key.isList {
        elements = edits(of: block.key, by: index).flatMap { edits in
          (edits.puts.filter { !$0.isMove }.flatMap(\.elements) + edits.removed + edits.restored)
            .map { ListElement(list: block.key.field, id: $0) }
        }
      }
      for element in elements {
        keys.insert(FieldKey(entry: block.key.entry, element: element, field: .presence))
      }
    }
    return keys
  }

  /// What a change does to a list, where that has an effect.
  private func edits(of key: FieldKey, by index: Int) -> [ListEdits] {
    guard effective[index]?.contains(key) == false else { return [] }
    return made[index].blocks.compactMap { block in
      if block.key == key, case .list(let edits) = block.operations { edits } else { nil }
    }
  }
}
