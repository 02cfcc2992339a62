internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText
internal import AfterwitWire

/// The blocks of the change that a document becomes: the fields of the entry, its lists, and their
/// elements.
struct DocumentPlan {
  let document: OpenedDocument
  let edits: DocumentEdits
  /// For each edited list the ids of the elements that it adds.
  let added: [[ElementID]]
  let standpoint: Standpoint
  /// The days that were named in words, once the blocks were asked for.
  private(set) var understood: [UnderstoodDate] = []

  init(
    document: OpenedDocument, edits: DocumentEdits, added: [[ElementID]], standpoint: Standpoint
  ) {
    self.document = document
    self.edits = edits
    self.added = added
    self.standpoint = standpoint
  }

  private var entry: EntryID { document.entry }

  /// The blocks; empty where the journal shows already what the document says.
  mutating func blocks(_ transaction: Transaction) throws -> [Change.Block] {
    var lists: [Change.Block] = []
    for (list, added) in zip(edits.lists, added) {
      lists += try blocks(of: list, added, transaction)
    }
    let all = document.edits + edits.edits
    let plan = try plan(
      .entry(document.kind), nil, all,
      states: document.isNew ? [] : transaction.states(of: entry), document.basis.fields,
      transaction)
    guard document.isNew else { return plan.blocks + lists }
    return try plan.blocksOfNew(by: all + edits.lists.flatMap { $0.added.flatMap(\.self) }, lists)
  }

  /// Who else changed the fields of some blocks since the document was shown, each once.
  func met(
    _ blocks: [Change.Block], since version: [EnvelopeID], _ transaction: Transaction
  ) throws -> [Writer] {
    var found: [Writer] = []
    for block in blocks {
      for writer in try transaction.writers(of: block.key, since: version)
      where !found.contains(writer) {
        found.append(writer)
      }
    }
    return found
  }

  private mutating func plan(
    _ owner: FieldOwner, _ element: ListElement?, _ edits: [FieldEdit],
    states: [(FieldName, FieldState)], _ shown: [DocumentBasis.Field], _ transaction: Transaction
  ) throws -> EditPlan {
    let texts = shown.compactMap { field -> (FieldName, ShownText)? in
      guard case .text(let text) = field.value else { return nil }
      return (field.name, text)
    }
    var plan = EditPlan(
      of: owner, entry: entry, element: element, standpoint: standpoint,
      textLimit: Limits.body, states: states, texts: texts)
    try plan.add(edits, on: StoredBasis(transaction: transaction))
    understood += plan.understood
    return plan
  }

  private mutating func blocks(
    of edit: DocumentEdits.OfList, _ added: [ElementID], _ transaction: Transaction
  ) throws -> [Change.Block] {
    let list = edit.list
    let key = FieldKey(entry: entry, field: list.name)
    if !document.isNew { try transaction.state(of: key)?.requireUnderstood(list.name) }
    var blocks: [Change.Block] = []
    for (id, edits) in zip(added, edit.added) {
      let element = ListElement(list: list.name, id: id)
      let plan = try plan(.element(list), element, edits, states: [], [], transaction)
      blocks += try plan.blocksOfNew(by: edits)
    }
    for changed in edit.changed {
      let element = ListElement(list: list.name, id: changed.element)
      let states = try transaction.states(of: ElementKey(entry: entry, element: element))
      let shown = document.basis.row(of: list).elements.first { $0.id == changed.element }
      blocks += try plan(
        .element(list), element, changed.edits, states: states, shown?.fields ?? [], transaction
      ).blocks
    }
    var next = added.makeIterator()
    let order = edit.order.compactMap { $0 ?? next.next() }
    let edits = document.basis.listEdits(list, order: order, removed: edit.removed)
    if !edits.puts.isEmpty || !edits.removed.isEmpty {
      blocks.append(Change.Block(key: key, operations: .list(edits)))
    }
    return blocks
  }
}
