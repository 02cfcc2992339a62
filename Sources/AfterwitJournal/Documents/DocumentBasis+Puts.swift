public import AfterwitDocument
public import AfterwitEncoding

extension DocumentBasis {
  /// The edits that give a list the order that a document shows, and remove what is gone.
  ///
  /// - Parameters:
  ///   - order: the elements as they are to stand, new ones among them.
  ///   - removed: the elements that are gone.
  public func listEdits(
    _ list: ListDefinition, order: [ElementID], removed: [ElementID]
  ) -> ListEdits {
    let row = row(of: list)
    let stands = ListOrder(
      row.elements.map { ($0.id, $0.position) }, placeCount: row.placeCount)
    return ListEdits(puts: stands.puts(giving: order), removed: removed)
  }
}
