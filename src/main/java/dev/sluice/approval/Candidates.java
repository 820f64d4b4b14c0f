package dev.sluice.approval;

import dev.sluice.mergerequest.Person;
import java.util.List;

/** Who is meant by an approver of the configuration, as read from GitLab just now. */
public sealed interface Candidates {
  record Known(List<Person> people) implements Candidates {
    public Known {
      people = List.copyOf(people);
    }
  }

  /** We could not look: a configuration problem, and never the same as "nobody". */
  record Unreadable(String reason) implements Candidates {}
}
