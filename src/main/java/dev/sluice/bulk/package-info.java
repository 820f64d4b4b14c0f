/**
 * Large changes: how a statement is cut into batches, or handed to an online schema change tool.
 */
@NullMarked
package dev.sluice.bulk;

import org.jspecify.annotations.NullMarked;
