// The templates of the practice. The words are brief and warm; nothing is asked twice, and nothing has
// to be answered.

extension Template {
  /// The templates that every journal has.
  public static let builtIn = [quick, interview, rejection, reframe, goal]

  /// The template that guides through an entry when none is named.
  public static func usual(of kind: Kind, occasion: String?) -> Template {
    switch kind {
    case .reflection: builtIn.first { occasion != nil && $0.occasion == occasion } ?? quick
    case .goal: goal
    case .mantra: reframe
    }
  }

  private static let quick = Template(
    "quick", .reflection,
    [
      Prompt("happened", "What happened?"),
      Prompt("lesson", "So what? What do you take from it?"),
      Prompt("next", "Now what? One small thing is enough."),
    ])

  private static let interview = Template(
    "interview", .reflection, occasion: "interview",
    [
      Prompt("happened", "How was it? Tell it as it went."),
      Prompt("mine", "Which part of it was yours?"),
      Prompt("not-mine", "And which was not in your hands?"),
      Prompt("questions", "Which questions did they ask? One a line."),
      Prompt(
        "lacks",
        "What would you like to work on? One a line; (skill), (fit), (preparation), "
          + "(communication) or (non-verbal) may follow."),
      Prompt("feedback", "Did anybody give you feedback? One a line."),
      Prompt("follow-ups", "What is to follow, like a thank-you letter? One a line."),
    ])

  private static let rejection = Template(
    "rejection", .reflection, occasion: "rejection",
    [
      Prompt("felt", "First, how does it feel? Nobody reads this but you."),
      Prompt("not-mine", "What could you not have changed? Let yourself off the hook for it."),
      Prompt(
        "lacks",
        "What would you like to work on? One a line; (skill), (fit), (preparation), "
          + "(communication) or (non-verbal) may follow."),
      Prompt("lesson", "What do you take from it?"),
      Prompt(
        "follow-ups",
        "Whom will you thank, ask for feedback, or stay in touch with? One a line."),
      Prompt("next", "And what will you do next, so that they cannot turn you away again?"),
      Prompt("private", "Keep this one private? y or n"),
    ])

  private static let reframe = Template(
    "reframe", .mantra,
    [
      Prompt("belief", "What went against you, in a line?"),
      Prompt("belief", "What did you tell yourself about it?"),
      Prompt(
        "words",
        "What would you answer a friend who believed that? These become your words to hold on to."),
    ])

  private static let goal = Template(
    "goal", .goal,
    [
      Prompt("title", "What is the goal, in a few words?"),
      Prompt("wish", "What do you wish for?"),
      Prompt("result", "What will be the best of it, once it is so?"),
      Prompt("obstacle", "What in you may stand in the way?"),
      Prompt("plan", "If that comes up, what will you do?"),
      Prompt("steps", "Which steps lead there? One a line."),
    ])
}
