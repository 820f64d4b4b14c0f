package dev.sluice.flow.show;

import dev.sluice.change.Change;
import dev.sluice.flow.DiffChange;
import dev.sluice.flow.DiffChange.Difference;
import dev.sluice.flow.DiffChange.Unseen;
import dev.sluice.flow.answer.ComposeSummary.Links;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.flow.note.DiffView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.SummaryView.PlaceRow;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what becomes of each target's schema, as far as that can be worked out in memory. */
public final class ShowDiff {
  private static final int LONGEST = 20_000;

  private final KnownChange known;
  private final DiffChange diff;
  private final Notes notes = new Notes();

  public ShowDiff(KnownChange known, DiffChange diff) {
    this.known = known;
    this.diff = diff;
  }

  /** As Markdown; empty where the merge request brings no script. */
  public Optional<String> of(MergeRequest mr, Language language) {
    Optional<Change> change = known.latest(mr.id()).filter(c -> !c.scripts().isEmpty());
    return change
        .map(c -> sections(new Links(mr), diff.of(c, mr.fromFork()), language))
        .filter(s -> !s.isEmpty())
        .map(s -> notes.diff(new DiffView(s), language));
  }

  private record Same(
      String database, String text, List<Unseen> unseen, Optional<String> diagram, String note) {}

  private static List<DiffView.Section> sections(
      Links links, List<Difference> differences, Language language) {
    Map<Same, List<String>> groups =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    d ->
                        new Same(
                            d.target().database(), d.text(), d.unseen(), d.diagram(), d.note()),
                    LinkedHashMap::new,
                    Collectors.mapping(d -> d.target().toString(), Collectors.toList())));
    return groups.entrySet().stream()
        .map(g -> section(links, g.getKey(), g.getValue(), language))
        .toList();
  }

  private static DiffView.Section section(
      Links links, Same same, List<String> targets, Language language) {
    String text = same.text();
    String cut =
        text.length() <= LONGEST
            ? text
            : text.substring(0, LONGEST) + "\n… " + language.text("cut");
    return new DiffView.Section(
        targets,
        language.say(headline(same)),
        text.isEmpty() ? Optional.empty() : Optional.of(Markdown.fence("diff", cut)),
        same.diagram().map(d -> Markdown.fence("mermaid", d)),
        same.unseen().stream()
            .map(u -> new PlaceRow("", links.to(u.path(), u.place().start().line()), u.why()))
            .toList());
  }

  private static Message headline(Same same) {
    if (!same.note().isEmpty()) {
      return Message.of(
          "%s; so what becomes of its schema is not known", Message.text(same.note()));
    }
    if (same.text().isEmpty()) {
      return same.unseen().isEmpty()
          ? Message.of("the schema stays as it is")
          : Message.of("nothing that is compared");
    }
    long objects = same.text().lines().filter(l -> l.startsWith("+++ ")).count();
    return objects == 1
        ? Message.of("1 table or view changes")
        : Message.of("%s tables and views change", objects);
  }
}
