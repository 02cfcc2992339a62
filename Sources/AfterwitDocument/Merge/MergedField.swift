/// A field after a block has been merged into it, before it is put back.
struct MergedField {
  var state: FieldState
  var told: MergedHistory?
  /// Whether the block is kept and has no effect on what the field shows.
  private(set) var isSetAside = false

  init(state: FieldState) {
    self.state = state
  }

  mutating func setAside(_ index: Int) {
    state.notUnderstood.append(index)
    isSetAside = true
  }
}
