package dev.sluice.mergerequest;

import java.time.Instant;
import java.util.Optional;

/**
 * A comment.
 *
 * @param discussion the thread it stands in; what a reply is posted to
 * @param system written by GitLab itself
 * @param internal seen by project members only; an answer must be internal too
 */
public record Note(
    long id,
    String discussion,
    Person author,
    String body,
    boolean system,
    boolean internal,
    boolean resolvable,
    boolean resolved,
    Optional<Person> resolvedBy,
    Instant createdAt,
    Instant updatedAt) {}
