package dev.sluice.flow.answer;

import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.TargetName;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.SummaryView;
import dev.sluice.flow.note.SummaryView.FindingRow;
import dev.sluice.flow.note.SummaryView.PlaceRow;
import dev.sluice.flow.note.SummaryView.PlanRow;
import dev.sluice.flow.note.SummaryView.TargetRow;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Finding;
import dev.sluice.review.NewRules;
import dev.sluice.review.Review;
import dev.sluice.review.ReviewedFinding;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TargetReview;
import gg.jte.Content;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a standing into words for the summary note. Pure. */
public final class ComposeSummary {
  private static final int MOST_PLAN_ROWS = 50;

  private final String prefix;

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  public ComposeSummary(String prefix) {
    this.prefix = prefix;
  }

  public SummaryView compose(Standing standing, Language language) {
    Optional<Review> review = standing.review();
    return new SummaryView(
        language.say(Verdicts.headline(standing)),
        review
            .filter(r -> !r.targets().isEmpty())
            .map(r -> r.risk().risk().id().toUpperCase(Locale.ROOT)),
        new NextSteps(prefix, language).of(standing),
        GroupRows.reviews(targetRows(standing, review, language), language),
        standing.decisions().stream()
            .filter(d -> !d.requirement().demands().isEmpty())
            .map(d -> ApprovalRows.row(d, language))
            .toList(),
        GroupRows.rollouts(standing.rollouts(), language),
        NeighbourLines.of(standing.beside().neighbours(), language),
        details(standing, language),
        new SummaryView.Footer(
            abbreviate(standing.mergeRequest().headSha()), standing.change().digest().brief()));
  }

  private Map<TargetName, TargetRow> targetRows(
      Standing standing, Optional<Review> review, Language language) {
    Map<TargetName, TargetRow> rows = new LinkedHashMap<>();
    review.stream()
        .flatMap(r -> r.targets().stream())
        .forEach(t -> rows.put(t.target(), targetRow(standing, t, language)));
    return rows;
  }

  private TargetRow targetRow(Standing standing, TargetReview target, Language language) {
    String database = target.target().database();
    List<MappedScript> scripts =
        standing.change().scripts().stream().filter(s -> s.databases().contains(database)).toList();
    return new TargetRow(
        target.target().toString(),
        scripts.size(),
        target.plans().size(),
        counts(target.findings(), language),
        strongestLock(target, language),
        language.text(target.catalogNote()));
  }

  private static String counts(List<Finding> findings, Language language) {
    String counts =
        Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
            .filter(s -> findings.stream().anyMatch(f -> f.severity() == s))
            .map(s -> Icons.of(s) + " " + findings.stream().filter(f -> f.severity() == s).count())
            .collect(Collectors.joining(" "));
    return counts.isEmpty() ? "✅ " + language.text("none") : counts;
  }

  private static String strongestLock(TargetReview target, Language language) {
    return target.plans().stream()
        .filter(p -> !p.lock().isEmpty())
        .max((a, b) -> a.risk().compareTo(b.risk()))
        .map(p -> p.lock() + rows(p.rows(), language))
        .orElseGet(() -> language.text("none"));
  }

  private static String rows(OptionalLong rows, Language language) {
    return rows.isPresent() ? " (" + language.say(Verdicts.rows(rows.getAsLong())) + ")" : "";
  }

  private SummaryView.Details details(Standing standing, Language language) {
    Optional<Review> review = standing.review();
    Links links = new Links(standing.mergeRequest());
    return new SummaryView.Details(
        review.map(r -> r.risk().reasons()).orElse(List.of()),
        review.stream()
            .flatMap(r -> r.findings().stream())
            .map(f -> row(links, f, language))
            .toList(),
        review.stream().flatMap(r -> accepted(links, r, language)).toList(),
        standing.change().remarks().stream().map(r -> row(r, language)).toList(),
        review.stream()
            .flatMap(r -> r.blindspots().stream())
            .map(b -> new PlaceRow("🕶️", links.to(b.path(), b.place().start().line()), b.reason()))
            .toList(),
        review.stream()
            .flatMap(r -> r.newRules().stream())
            .map(NewRules::words)
            .map(language::say)
            .toList(),
        plan(links, review, language),
        TrialViews.of(review, language),
        WayBackViews.of(standing.beside().waysBack(), language),
        CommandHints.of(prefix, standing, language));
  }

  /** By a comment in the script, or by a person in the merge request. */
  private static Stream<FindingRow> accepted(Links links, Review review, Language language) {
    return Stream.concat(
        review.suppressed().stream().map(s -> accepted(links, s.finding(), s.reason())),
        review.waived().stream()
            .map(
                w ->
                    accepted(
                        links, w.finding().finding(), language.say(Waived.sentence(w.waiver())))));
  }

  private static FindingRow accepted(Links links, Finding finding, String why) {
    return new FindingRow("🔕", finding.rule().value(), place(links, finding), why);
  }

  private static FindingRow row(Links links, ReviewedFinding reviewed, Language language) {
    Finding finding = reviewed.finding();
    List<String> also = reviewed.also().stream().map(f -> f.rule().value()).toList();
    return new FindingRow(
        Icons.of(finding.severity()),
        finding.rule().value(),
        place(links, finding),
        also.isEmpty()
            ? finding.message()
            : finding.message() + " " + language.say("Also: %s.", also));
  }

  private static Content place(Links links, Finding finding) {
    return links.to(finding.path(), finding.place().start().line());
  }

  private static PlaceRow row(Remark remark, Language language) {
    Content place = remark.path().isEmpty() ? Markdown.raw("") : Markdown.code(remark.path());
    return new PlaceRow(Icons.of(remark.level()), place, language.text(remark.message()));
  }

  /** Each statement once, with the target where it weighs most. */
  private static List<PlanRow> plan(Links links, Optional<Review> review, Language language) {
    Collection<StatementPlan> plans =
        review.stream()
            .flatMap(r -> r.targets().stream())
            .flatMap(t -> t.plans().stream())
            .collect(
                Collectors.toMap(
                    p -> p.path() + "\0" + p.statement(),
                    p -> p,
                    (a, b) -> a.risk().compareTo(b.risk()) >= 0 ? a : b,
                    LinkedHashMap::new))
            .values();
    return PlanRows.of(links, plans, MOST_PLAN_ROWS, language);
  }

  private static String abbreviate(String sha) {
    return sha.substring(0, Math.min(8, sha.length()));
  }

  /** Addresses of lines in the merge request's own files. */
  public record Links(MergeRequest mergeRequest) {
    /**
     * The diff from an earlier head to the present one, in brackets; nothing when there is none.
     */
    Content since(Optional<String> head, Language language) {
      int dash = mergeRequest.webUrl().indexOf("/-/");
      if (dash < 0 || head.isEmpty()) {
        return Markdown.raw("");
      }
      String url =
          mergeRequest.webUrl().substring(0, dash)
              + "/-/compare/"
              + head.get()
              + "..."
              + mergeRequest.headSha();
      return output -> {
        output.writeContent(" (");
        Markdown.link(language.text("what changed"), url).writeTo(output);
        output.writeContent(")");
      };
    }

    public Content to(String path, int line) {
      return to(path.substring(path.lastIndexOf('/') + 1) + ":" + line, path, line);
    }

    /** With the whole path as its text. */
    Content inFull(String path, int line) {
      return to(path + ":" + line, path, line);
    }

    private Content to(String text, String path, int line) {
      int dash = mergeRequest.webUrl().indexOf("/-/");
      return dash < 0
          ? Markdown.code(text)
          : Markdown.link(
              text,
              mergeRequest.webUrl().substring(0, dash)
                  + "/-/blob/"
                  + mergeRequest.headSha()
                  + "/"
                  + Markdown.urlPath(path)
                  + "#L"
                  + line);
    }
  }
}
