package dev.sluice.mergerequest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Who somebody is and what they may do, read fresh. */
public interface People {
  /** The user that our token belongs to. */
  Person me();

  Optional<Person> user(long id);

  Optional<Person> userNamed(String username);

  /** The user with this verified or public e-mail address, where GitLab tells. */
  Optional<Person> userWithEmail(String email);

  /** Effective access level in a repository (10 guest … 50 owner); empty when no member. */
  OptionalInt accessLevel(long repository, long user);

  /** Members of a repository, inherited ones too, with at least this level. */
  List<Person> membersWithLevel(long repository, int level);

  /** Members of a group, inherited ones and those of its parents too. */
  GroupMembers group(String path);
}
