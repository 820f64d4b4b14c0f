package dev.sluice.review;

import dev.sluice.change.TargetName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows each cause once: across targets, and across rules that fire at the same place. */
final class FindingMerge {
  /** Holds only where it holds for every target: elsewhere the comment is of use. */
  private static final RuleId UNUSED = new RuleId("ban-unused-suppression");

  private record Held(Finding finding, TargetReview review) {
    boolean fails() {
      return finding.severity().compareTo(review.failOn()) >= 0;
    }
  }

  private FindingMerge() {}

  static List<ReviewedFinding> across(List<TargetReview> targets) {
    Map<String, List<Held>> byFingerprint = new LinkedHashMap<>();
    for (TargetReview review : targets) {
      for (Finding finding : review.findings()) {
        byFingerprint
            .computeIfAbsent(finding.fingerprint(), f -> new ArrayList<>())
            .add(new Held(finding, review));
      }
    }
    return byFingerprint.values().stream()
        .filter(held -> everywhereIfNeeded(held, targets))
        .map(FindingMerge::merge)
        .toList();
  }

  private static boolean everywhereIfNeeded(List<Held> held, List<TargetReview> targets) {
    Finding first = held.get(0).finding();
    long reviewed =
        targets.stream()
            .filter(t -> t.plans().stream().anyMatch(p -> p.path().equals(first.path())))
            .count();
    return !first.rule().equals(UNUSED) || held.size() >= reviewed;
  }

  private static ReviewedFinding merge(List<Held> held) {
    Held worst =
        held.stream()
            .max(Comparator.comparing((Held h) -> h.finding().severity()))
            .orElseThrow(() -> new IllegalStateException("a group is never empty"));
    SortedSet<TargetName> targets =
        held.stream().map(h -> h.review().target()).collect(Collectors.toCollection(TreeSet::new));
    Optional<Unwaivable> unwaivable =
        held.stream().flatMap(h -> h.finding().unwaivable().stream()).findFirst();
    return new ReviewedFinding(
        worst.finding().with(unwaivable), targets, held.stream().anyMatch(Held::fails), List.of());
  }

  /** Of the findings at one place the most severe leads and the others are told with it. */
  static List<ReviewedFinding> onePerPlace(List<ReviewedFinding> findings) {
    Map<Object, List<ReviewedFinding>> byPlace = new LinkedHashMap<>();
    for (ReviewedFinding f : findings) {
      List<Object> place = List.of(f.finding().path(), f.finding().place());
      byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(f);
    }
    return byPlace.values().stream()
        .map(FindingMerge::lead)
        .sorted(
            Comparator.comparing((ReviewedFinding f) -> f.finding().path())
                .thenComparing(f -> f.finding().place().start()))
        .toList();
  }

  private static ReviewedFinding lead(List<ReviewedFinding> group) {
    List<ReviewedFinding> sorted =
        group.stream()
            .sorted(Comparator.comparing((ReviewedFinding f) -> f.finding().severity()).reversed())
            .toList();
    SortedSet<TargetName> targets = new TreeSet<>();
    sorted.forEach(f -> targets.addAll(f.targets()));
    return new ReviewedFinding(
        sorted.get(0).finding(),
        targets,
        sorted.stream().anyMatch(ReviewedFinding::failing),
        sorted.stream().skip(1).map(ReviewedFinding::finding).toList());
  }
}
