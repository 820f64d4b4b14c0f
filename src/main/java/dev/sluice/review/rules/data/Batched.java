package dev.sluice.review.rules.data;

import dev.sluice.bulk.BatchKey;
import dev.sluice.bulk.BatchSettings;
import dev.sluice.bulk.BatchWish;
import dev.sluice.bulk.BulkDirective;
import dev.sluice.bulk.Splittable;
import dev.sluice.review.Replacement;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Statements that run in batches, and those that could. */
final class Batched {
  private static final int SIZE = BatchSettings.DEFAULT.size();

  private Batched() {}

  /** How many rows a batch has at most; empty for a statement that runs as it is written. */
  static OptionalInt size(Scene scene) {
    Optional<BulkDirective> batch = scene.bulk().filter(b -> b.kind() == BulkDirective.Kind.BATCH);
    if (batch.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(BatchWish.parse(batch.get().rest()).size().orElse(SIZE));
    } catch (IllegalArgumentException e) {
      return OptionalInt.of(SIZE); // another rule tells what is wrong with the comment
    }
  }

  /** The comment line; empty where the statement cannot be cut, or does not begin its line. */
  static Optional<Replacement> offer(Scene scene) {
    return Splittable.of(scene.statement(), scene.dialect())
        .split()
        .filter(s -> hasKey(s, scene))
        .filter(s -> beginsItsLine(scene))
        .map(s -> new Replacement(before(scene), "-- sluice: batch size=" + SIZE + "\n"));
  }

  private static boolean hasKey(Splittable split, Scene scene) {
    return scene
        .table(split.table())
        .flatMap(t -> BatchKey.of(t, List.of(), split.sets(), scene.dialect()).key())
        .isPresent();
  }

  private static boolean beginsItsLine(Scene scene) {
    return scene.statement().place().start().column() == 1;
  }

  private static Place before(Scene scene) {
    Place statement = scene.statement().place();
    return new Place(statement.offset(), 0, statement.start(), statement.start());
  }
}
