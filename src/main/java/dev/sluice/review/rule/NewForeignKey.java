package dev.sluice.review.rule;

import dev.sluice.language.Message;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableConstraint.ForeignKey;
import java.util.List;

/** A foreign key that an action brings. */
public record NewForeignKey(ObjectName table, ForeignKey key) {
  /** Those of the action, in order; none for temporary tables. */
  public static List<NewForeignKey> of(Action action) {
    return action instanceof Action.CreateTable create && create.temporary()
        ? List.of()
        : NewIndex.constraints(action)
            .filter(ForeignKey.class::isInstance)
            .map(c -> new NewForeignKey(NewIndex.tableOf(action), (ForeignKey) c))
            .toList();
  }

  /** For messages: {@code Foreign key (customer_id) to customers}. */
  public Message shown() {
    return Message.of("Foreign key (%s) to %s", key.columns(), key.referencedTable());
  }
}
