package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** How far a rollout is, while it runs; the note becomes its {@link ResultView} in the end. */
public record ProgressView(
    Content marker,
    String headline,
    Optional<Content> place,
    Optional<Content> statement,
    List<String> lines,
    String footer) {}
