package dev.sluice.flow.drift;

import dev.sluice.change.TargetName;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import gg.jte.output.StringOutput;

/** What people read about drift. */
final class DriftWords {
  private final String prefix;

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  DriftWords(String prefix) {
    this.prefix = prefix;
  }

  String title(TargetName target, Language language) {
    return language.say("The schema of %s is not as Sluice left it", target);
  }

  /** Of the issue, the same as long as nothing changes. */
  String issue(TargetName target, String diff, Language language) {
    return String.join(
        "\n\n",
        language.say(
            "Somebody or something changed %s past Sluice. Red is what it should be, green what it"
                + " is:",
            Markdown.escape(target.toString())),
        fence(diff, language),
        language.say(
            "Undo it on the database, or bring it into the repository with a merge request whose"
                + " script was run by hand, or take it for the new normal: `%s accept-drift %s"
                + " --reason \"…\"` in a merge request that deploys there. This issue is kept up to"
                + " date and closed when the difference is gone.",
            prefix, target));
  }

  String gone(TargetName target, Language language) {
    return language.say(
        "%s is as it should be again, or its difference was accepted.",
        Markdown.escape(target.toString()));
  }

  /** Of the note in the merge request whose rollout has to wait. */
  String held(TargetName target, String diff, Language language) {
    return String.join(
        "\n\n",
        "### "
            + language.say(
                "⛔ %s waits: its schema is not as Sluice left it",
                Markdown.escape(target.toString())),
        language.say("Red is what it should be, green what it is:"),
        fence(diff, language),
        "**" + language.text("Choose:") + "**",
        "- "
            + language.say("undo it on the database; the rollout goes on by itself within minutes")
            + "\n- "
            + language.say(
                "`%s accept-drift %s --reason \"…\"` takes it for the new normal", prefix, target));
  }

  private static String fence(String diff, Language language) {
    StringOutput text = new StringOutput();
    Markdown.fence("diff", DriftDiff.shown(diff, language)).writeTo(text);
    return text.toString();
  }
}
