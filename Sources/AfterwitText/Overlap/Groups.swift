/// Things that belong together when something links them, directly or through others.
struct Groups<Element: Hashable> {
  private var group: [Element: Int] = [:]
  private var members: [[Element]] = []

  /// The groups, in no order.
  var all: [[Element]] { members.filter { !$0.isEmpty } }

  /// Links two things; one that is linked to itself is a group of its own.
  /// - Complexity: amortized O(log *n*) for *n* things.
  mutating func link(_ one: Element, _ other: Element) {
    let (left, right) = (place(of: one), place(of: other))
    guard left != right else { return }
    let (into, from) = members[left].count < members[right].count ? (right, left) : (left, right)
    for member in members[from] { group[member] = into }
    members[into] += members[from]
    members[from] = []
  }

  private mutating func place(of element: Element) -> Int {
    if let known = group[element] { return known }
    members.append([element])
    group[element] = members.count - 1
    return members.count - 1
  }
}
