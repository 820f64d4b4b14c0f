package dev.sluice.flow.answer;

import dev.sluice.flow.beside.Neighbour;
import dev.sluice.flow.beside.Neighbour.Order;
import dev.sluice.flow.note.Markdown;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/** The other open merge requests in the summary, a line each. */
final class NeighbourLines {
  private static final int MOST = 10;
  private static final int MOST_NAMES = 5;

  private NeighbourLines() {}

  static List<Content> of(List<Neighbour> neighbours) {
    List<Content> lines = new ArrayList<>();
    neighbours.stream().limit(MOST).forEach(n -> lines.add(line(n)));
    int more = neighbours.size() - MOST;
    if (more > 0) {
      lines.add(Markdown.raw("and " + more + " more"));
    }
    return lines;
  }

  private static Content line(Neighbour neighbour) {
    Content link =
        Markdown.link("!" + neighbour.id().iid() + " " + neighbour.title(), neighbour.webUrl());
    String rest = Markdown.escape(words(neighbour));
    return output -> {
      link.writeTo(output);
      output.writeContent(": ");
      output.writeContent(rest);
    };
  }

  private static String words(Neighbour neighbour) {
    List<String> parts = new ArrayList<>();
    if (!neighbour.versions().isEmpty()) {
      parts.add(
          "takes the same version, "
              + names(neighbour.versions())
              + "; only one of the two can have it");
    }
    if (!neighbour.tables().isEmpty()) {
      parts.add("changes " + names(neighbour.tables()) + ", too");
    }
    neighbour.order().map(NeighbourLines::order).ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private static String order(Order order) {
    return switch (order) {
      case BEFORE_THIS ->
          "has a lower version: when this one is merged first, that one runs out of order";
      case AFTER_THIS ->
          "has a higher version: when that one is merged first, this one runs out of order";
      case MIXED -> "has versions below and above: one of the two runs out of order";
    };
  }

  private static String names(List<String> names) {
    int more = names.size() - MOST_NAMES;
    return String.join(", ", names.stream().limit(MOST_NAMES).toList())
        + (more > 0 ? " and " + more + " more" : "");
  }
}
