package dev.sluice.mergerequest;

import java.util.List;

/** A group's members, or why they cannot be told. */
public sealed interface GroupMembers {
  record Known(List<Person> people) implements GroupMembers {
    public Known {
      people = List.copyOf(people);
    }
  }

  /** The group is not there or our token may not see it: a configuration problem, never "no". */
  record Unreadable(String reason) implements GroupMembers {}
}
