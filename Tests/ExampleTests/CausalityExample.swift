import AfterwitCausality
import Testing

@Suite("The example of Causality")
struct CausalityExample {
  @Test("It runs as it is documented")
  func example() {
    var graph = CausalGraph()
    let first = graph.append(parents: [])
    let onDesk = graph.append(parents: [first])
    let onLaptop = graph.append(parents: [first])
    #expect(graph.frontier == [onDesk, onLaptop])
    #expect(graph.commonAncestors([onDesk], [onLaptop]) == [first])

    let merge = graph.append(parents: graph.frontier)
    #expect(graph.isAncestor(onDesk, orEqualToAnyOf: [merge]))
    #expect(!graph.isAncestor(onDesk, orEqualToAnyOf: [onLaptop]))
  }
}
