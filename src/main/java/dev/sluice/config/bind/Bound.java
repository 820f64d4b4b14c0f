package dev.sluice.config.bind;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a file. {@code value} is there when the file could be bound at all; it may be used
 * only while {@code problems} stays empty after the caller's own checks. {@code files} are those
 * that {@code ${file:…}} referred to.
 */
public record Bound<T>(Optional<T> value, Problems problems, Set<Path> files) {}
