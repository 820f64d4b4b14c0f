/** Schemas for people to look at: as files in the repository, as diagrams, side by side. */
@NullMarked
package dev.sluice.flow.schema;

import org.jspecify.annotations.NullMarked;
