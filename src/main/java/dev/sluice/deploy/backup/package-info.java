/** Keeps the rows that a statement changes or drops, and says how they come back. */
@NullMarked
package dev.sluice.deploy.backup;

import org.jspecify.annotations.NullMarked;
