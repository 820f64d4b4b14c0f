package dev.sluice.command;

import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Fence;

/**
 * Where a command was given.
 *
 * @param person the author of the comment, read fresh
 * @param fence of the merge request's lane
 * @param language in which it is answered
 */
public record CommandContext(
    MergeRequest mergeRequest, Note note, Person person, Fence fence, Language language) {}
