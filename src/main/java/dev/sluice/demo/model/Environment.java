package dev.sluice.demo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A place that is deployed to. */
public record Environment(long id, String name, @Nullable String externalUrl, Instant createdAt) {}
