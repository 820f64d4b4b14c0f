package dev.sluice.flow.answer;

import dev.sluice.approval.Decision;
import dev.sluice.approval.Decision.Seats;
import dev.sluice.approval.Requirement;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.SummaryView.ApprovalRow;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.Person;
import gg.jte.Content;
import java.util.List;
import java.util.stream.Collectors;

/** A decision as a row of the summary's approval table. */
final class ApprovalRows {
  private static final int MOST_NAMES = 6;

  private ApprovalRows() {}

  static ApprovalRow row(Decision decision, Language language) {
    Requirement requirement = decision.requirement();
    return new ApprovalRow(
        requirement.project() + " → " + requirement.environment(),
        decision.seats().stream()
            .map(s -> s.demand().count() + " × " + s.demand().from())
            .collect(Collectors.joining(", ")),
        have(decision, language),
        who(decision, language),
        notes(decision, language));
  }

  private static String have(Decision decision, Language language) {
    String names =
        decision.seats().stream()
            .flatMap(s -> s.have().stream())
            .map(Person::username)
            .collect(Collectors.joining(", "));
    return switch (decision.state()) {
      case APPROVED -> "✅ " + names;
      case REJECTED -> "⛔ " + language.text("rejected");
      case WAITING, STUCK -> names.isEmpty() ? "–" : names;
    };
  }

  /** Names without mentions: the table is edited often and must not send mail. */
  private static Content who(Decision decision, Language language) {
    List<String> names =
        decision.seats().stream()
            .filter(s -> s.missing() > 0)
            .map(Seats::eligible)
            .flatMap(List::stream)
            .map(Person::username)
            .distinct()
            .toList();
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return Markdown.raw(
        names.size() > MOST_NAMES
            ? language.say("%s and %s more", Markdown.escape(shown), names.size() - MOST_NAMES)
            : Markdown.escape(shown));
  }

  private static Content notes(Decision decision, Language language) {
    List<String> notes =
        decision.seats().stream()
            .filter(s -> s.missing() > 0)
            .flatMap(s -> s.problem().stream())
            .map(language::say)
            .collect(Collectors.toList());
    decision.discounted().stream()
        .map(
            d ->
                d.vote().answer() == Answer.APPROVE
                    ? language.say("%s's approval does not count: %s", d.vote().username(), d.why())
                    : language.say(
                        "%s's rejection does not count: %s", d.vote().username(), d.why()))
        .forEach(notes::add);
    return Markdown.raw(notes.stream().map(Markdown::escape).collect(Collectors.joining("<br>")));
  }
}
