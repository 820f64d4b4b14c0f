/** What a review asks of a target, and what came of it. */
@NullMarked
package dev.sluice.probe;

import org.jspecify.annotations.NullMarked;
