extension TextVectors {
  /// Histories in which something is taken back.
  static var undos: [Case] {
    let words = by(9, after: [], .insert(at: 0, "one two three"))
    let deletion = by(1, after: [0], .delete(at: 4, 4))
    return [
      history("an insertion taken back", "", by(1, after: [], .insert(at: 0, "a")), undo(1, [0])),
      history(
        "a deletion taken back, with what another put in inside", "one t+wo three", words, deletion,
        by(2, after: [0], .insert(at: 5, "+")), undo(1, [1])),
      history(
        "taken back twice, and once brought back", "one two three", words, deletion, undo(1, [1]),
        undo(2, after: [1], [1]), undo(1, after: [2], [2])),
      history(
        "taken back twice, and twice brought back", "one three", words, deletion, undo(1, [1]),
        undo(2, after: [1], [1]), undo(1, after: [2, 3], [2, 3])),
      history(
        "positions count in what was shown then", "one two thrice!", words, deletion,
        undo(1, [1]), by(2, after: [1], .delete(at: 7, 2), .insert(at: 7, "ice")),
        by(3, after: [2], .insert(at: 13, "!"))),
      history(
        "two deletions, of which one is taken back", "one three", words, deletion,
        by(2, after: [0], .delete(at: 4, 4)), undo(1, after: [1], [1])),
      history(
        "what was put into words that are taken back", "abxc",
        by(1, after: [], .insert(at: 0, "a")), by(2, after: [0], .insert(at: 1, "bc")),
        by(3, after: [1], .insert(at: 2, "x")), undo(1, after: [1], [1])),
      history(
        "one of two copies taken out, and the other one taken back", "I go home.",
        by(9, after: [], .insert(at: 0, "I go.")), by(1, after: [0], .insert(at: 4, " home")),
        by(2, after: [0], .insert(at: 4, " home")), by(1, after: [1, 2], .same, .delete(at: 9, 5)),
        undo(1, after: [3], [1])),
      history(
        "the same, not knowing of the copy", "I go home.",
        by(9, after: [], .insert(at: 0, "I go.")), by(1, after: [0], .insert(at: 4, " home")),
        by(2, after: [0], .insert(at: 4, " home")), by(1, after: [1, 2], .same, .delete(at: 9, 5)),
        undo(2, after: [1], [1])),
      history(
        "the copy that was kept brought back", "I go home.",
        by(9, after: [], .insert(at: 0, "I go.")), by(1, after: [0], .insert(at: 4, " home")),
        by(2, after: [0], .insert(at: 4, " home")), by(1, after: [1, 2], .same, .delete(at: 9, 5)),
        undo(1, after: [3], [1]), undo(2, after: [4], [4])),
      history(
        "both copies taken back", "I go.",
        by(9, after: [], .insert(at: 0, "I go.")), by(1, after: [0], .insert(at: 4, " home")),
        by(2, after: [0], .insert(at: 4, " home")), by(1, after: [1, 2], .same, .delete(at: 9, 5)),
        undo(1, after: [3], [1, 2])),
    ] + writtenInto
  }

  /// Those in which somebody wrote into what is taken back (AW-DOC-52).
  private static var writtenInto: [Case] {
    let text = by(9, after: [], .insert(at: 0, "I was calm. I left."))
    let words = by(
      1, after: [0], .delete(at: 6, 4), .insert(at: 6, "happy"), .delete(at: 15, 4),
      .insert(at: 15, "ran"))
    let later = by(2, after: [1], .delete(at: 6, 5), .insert(at: 6, "glad"))
    let lines = by(1, after: [], .insert(at: 0, "one\ntwo\n"))
    return [
      history(
        "one of two places, written over", "I was glad. I left.", text, words, later,
        undo(1, after: [2], [1])),
      history(
        "written over by one who did not know of it", "I was glad. I left.", text, words,
        undo(1, [1]), later),
      history(
        "who wrote over it, taken back too", "I was calm. I left.", text, words, later,
        undo(1, after: [2], [1]), undo(2, after: [3], [2])),
      history(
        "the last of three who wrote over each other", "I was fine. I left.", text, words, later,
        by(3, after: [2], .delete(at: 6, 4), .insert(at: 6, "fine")),
        undo(1, after: [3], [1, 2])),
      history(
        "taken out, and nothing put in its place", "I was calm. I left.", text, words,
        by(2, after: [1], .delete(at: 6, 5)), undo(1, after: [2], [1])),
      history(
        "put beside words that are taken back", "and left",
        by(1, after: [], .insert(at: 0, "I came ")),
        by(2, after: [0], .insert(at: 7, "and left")), undo(1, after: [1], [0])),
      history(
        "whole lines between lines that are taken back", "and\n", lines,
        by(2, after: [0], .insert(at: 4, "and\n")), undo(1, after: [1], [0])),
      history(
        "what is made on words that are kept", "I was glad now. I left.", text, words, later,
        undo(1, after: [2], [1]), by(3, after: [3], .insert(at: 10, " now"))),
    ]
  }

  private static func undo(
    _ device: UInt8, after parents: [Int]? = nil, _ undone: [Int]
  ) -> Event {
    Event(
      device: device, number: 0, envelope: 0, parents: parents ?? undone, operations: [],
      undone: undone)
  }
}
