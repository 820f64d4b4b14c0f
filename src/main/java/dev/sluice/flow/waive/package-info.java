/** Accepting findings, and taking that back. */
@NullMarked
package dev.sluice.flow.waive;

import org.jspecify.annotations.NullMarked;
