package dev.sluice.flow.answer;

import dev.sluice.flow.beside.Neighbour;
import dev.sluice.flow.beside.Neighbour.Order;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The other open merge requests in the summary, a line each. */
final class NeighbourLines {
  private static final int MOST = 10;
  private static final int MOST_NAMES = 5;

  private NeighbourLines() {}

  static List<Content> of(List<Neighbour> neighbours, Language language) {
    List<Content> lines = new ArrayList<>();
    neighbours.stream().limit(MOST).forEach(n -> lines.add(line(n, language)));
    int more = neighbours.size() - MOST;
    if (more > 0) {
      lines.add(Markdown.raw(language.say("and %s more", more)));
    }
    return lines;
  }

  private static Content line(Neighbour neighbour, Language language) {
    Content link =
        Markdown.link("!" + neighbour.id().iid() + " " + neighbour.title(), neighbour.webUrl());
    String rest =
        Markdown.escape(
            words(neighbour).stream()
                .map(language::say)
                .collect(Collectors.joining(language.text("; "))));
    return output -> {
      link.writeTo(output);
      output.writeContent(": ");
      output.writeContent(rest);
    };
  }

  private static List<Message> words(Neighbour neighbour) {
    List<Message> parts = new ArrayList<>();
    if (!neighbour.versions().isEmpty()) {
      parts.add(
          Message.of(
              "takes the same version, %s; only one of the two can have it",
              names(neighbour.versions())));
    }
    if (!neighbour.tables().isEmpty()) {
      parts.add(Message.of("changes %s, too", names(neighbour.tables())));
    }
    neighbour.order().map(NeighbourLines::order).ifPresent(parts::add);
    return parts;
  }

  private static Message order(Order order) {
    return switch (order) {
      case BEFORE_THIS ->
          Message.of(
              "has a lower version: when this one is merged first, that one runs out of order");
      case AFTER_THIS ->
          Message.of(
              "has a higher version: when that one is merged first, this one runs out of order");
      case MIXED -> Message.of("has versions below and above: one of the two runs out of order");
    };
  }

  private static Message names(List<String> names) {
    int more = names.size() - MOST_NAMES;
    List<String> first = names.stream().limit(MOST_NAMES).toList();
    return more > 0
        ? Message.of("%s and %s more", first, more)
        : Message.verbatim(String.join(", ", first));
  }
}
